import type { CliWords } from '../cli.ts';
import { key } from '../keys-in-words.ts';
import { backups } from './backups.ts';
import { devices } from './devices.ts';
import { harms } from './harms.ts';
import { start } from './start.ts';
import { syncing } from './syncing.ts';

const wallets = { wechat: '微信', alipay: '支付宝', unionpay: '云闪付', ecny: '数字人民币' };
const reasonOf = (code: string) =>
  (devices.reasons as Readonly<Record<string, { what: string; todo: string }>>)[code] ??
  devices.unknownReason(code);
const nothing = '';

export const cli: CliWords = {
  usage: [
    '用法：npm run evertill -- 命令 [--data 文件夹] [--json] [--lang zh-CN|en]',
    '',
    '  import 文件 [--rejects 文件]   导入价目表（XLSX/CSV/TXT，编码和分隔符自己认）',
    '    [--duplicates last|first|none]   同一商品有几行时：用后面、用前面、都不要（默认用后面）',
    '    [--absent keep|remove]           文件里没有的商品：留着、去掉（默认留着）',
    '  undo-import                    撤销最近一次导入，换回之前的价目表',
    '  search 文字 [--limit N]        按品名、拼音、首字母或条码查商品',
    '  verify [--gateway]             核对账本（每一条的哈希、备查文件、网关）和所有汇总表',
    '  verify --file 文件             核对一份备份',
    '  backup [--to 文件夹]           备份整台收银机并核对（可以照常收银）',
    '  export [文件.csv|文件.json]    导出销售；不写文件就输出到屏幕',
    '         --what invoices         导出待开的发票（CSV），交给开票服务',
    '         --what goods [文件.xlsx|文件.csv]   导出现在的商品，改好可以再导入',
    '  audit [文件.csv]               导出操作记录；不写文件就输出到屏幕',
    '  doctor                         检查什么正常、什么不正常、该怎么办',
    '  read-code 文字                 收银机会怎样读这个码（写 - 从标准输入读）',
    '  set-pin 姓名                   重设员工的密码（从标准输入读新密码），并关掉两步登录',
    '  help                           这一页',
    '',
    '  --data   收银机的数据文件夹（默认与收银机相同）',
    '  --json   只输出一个 JSON 文档',
    '  返回值：0 成功，1 被拒绝或失败，2 用法不对',
  ],
  faults: {
    ...start,
    'wrong-use': ({ detail }) => ({ what: `用法不对：${detail}`, todo: '看 help。' }),
    'file-not-found': ({ file }) => ({ what: `找不到文件 ${file}`, todo: '请检查文件名。' }),
    'file-not-readable': ({ file, reason }) => ({
      what: `读不到 ${file}（${reason}）`,
      todo: '请检查它是不是文件、有没有权限。',
    }),
    'file-not-written': ({ file, reason }) => ({
      what: `写不进 ${file}（${reason}）`,
      todo: '请检查文件夹、权限和空间。',
    }),
    'file-exists': ({ file }) => ({ what: `${file} 已经有了`, todo: '请换一个文件名，不会覆盖旧文件。' }),
    'no-till': ({ data }) => ({ what: `${data} 里没有收银机`, todo: '请用 --data 指对文件夹。' }),
    'till-does-not-answer': ({ data }) => ({
      what: `${data} 正被另一个程序使用，但它不回答`,
      todo: '请关掉收银机再试。',
    }),
    'till-does-not-open': ({ data, reason }) => ({
      what: `打不开 ${data} 里的收银机（${reason}）`,
      todo: '请运行 doctor，看哪里不对。',
    }),
    'wire-cut': ({ reason }) => ({
      what: `和收银机的连接断了（${reason}）`,
      todo: '请看收银机是否还开着，再试一次。',
    }),
    'no-such-staff': ({ name, known }) => ({ what: `没有叫“${name}”的员工`, todo: `现在有：${known}。` }),
    'pin-malformed': () => ({ what: '密码是 4 到 8 位数字', todo: '请再运行一次。' }),
    'import-stopped': ({ failure }) => ({
      what: `没有导入，商品没有变（${failure}）`,
      todo: '请检查文件，再试一次。',
    }),
  },
  todo: todo => `→ ${todo}`,
  import: {
    progress: (phase, done, total) =>
      `${phase === 'reading' ? '正在读' : '正在换上新价目表'} ${done} / ${total}`,
    done: figures => [
      `导入完成：${figures.rows} 行，用时 ${(figures.ms / 1000).toFixed(1)} 秒`,
      `新增 ${figures.added}，改动 ${figures.changed}，没变 ${figures.unchanged}，去掉 ${figures.removed}，没导入 ${figures.rejected}，提醒 ${figures.warnings}`,
      `现在有 ${figures.items} 种商品`,
    ],
    rejects: file => `没导入的行（最后一列是原因）：${file}`,
    rejectsHint: '加 --rejects 文件，可以把没导入的行和原因存下来',
    undone: (file, time, items) => `已撤销 ${time} 导入的 ${file}，现在有 ${items} 种商品`,
  },
  setPin: {
    ask: name => `请输入${name}的新密码（4 到 8 位数字），按回车：`,
    done: name => `${name}的密码已重设`,
    secondFactorOff: '两步登录已关掉：登录只要新密码',
  },
  search: { none: text => `没有找到“${text}”`, similar: '相近' },
  verify: {
    rows: rows => `账本 ${rows} 条`,
    fault: (seq, how) => harms[how](seq),
    kept: rows => `备查文件核对了 ${rows} 条`,
    gateway: {
      'not-asked': '',
      'not-enrolled': '这台收银机没有连接网关，无从核对',
      unreachable: '网关没有回答，这一项没有核对',
      agrees: '和网关保存的一样',
      differs: '和网关保存的不一样',
    },
    earlier: (time, harm) => `${time} 开机时发现：${harm}`,
    tables: count => `${count} 张汇总表和账本重算的一样`,
    differs: table => `汇总表 ${table} 和账本重算的不一样`,
    good: '核对无误',
    bad: '核对有误，请先备份数据文件夹，再联系技术支持',
  },
  backup: {
    done: (file, rows, bytes) => `已备份并核对：${file}（账本 ${rows} 条，${(bytes / 1e6).toFixed(1)} MB）`,
    faults: {
      'not-a-till': '这不是收银机的备份，或者开头已经坏了',
      'other-bytes': '文件和备份时不一样了：不要用它，请换另一份',
      'broken-pages': '文件里有坏的地方：不要用它，请换另一份',
      'broken-journal': '里面的账本对不上：不要用它，请换另一份',
      'other-head': '里面的账本不完整：不要用它，请换另一份',
    },
  },
  audit: { done: (file, rows) => `已导出 ${rows} 条操作记录：${file}` },
  export: {
    done: (file, sales) => `已导出 ${sales} 笔销售：${file}`,
    goods: (file, goods) => `已导出 ${goods} 种商品：${file}`,
    invoices: (file, invoices) => `已导出 ${invoices} 张待开发票：${file}`,
    columns: {
      receipt: '单号',
      number: '序号',
      time: '时间',
      shift: '班次',
      cashier: '收银员',
      line: '行',
      code: '条码',
      name: '品名',
      category: '分类',
      unit: '单位',
      quantity: '数量',
      unitPrice: '单价',
      gross: '原价',
      lineDiscount: '行优惠',
      ticketShare: '整单优惠分摊',
      net: '不含税',
      tax: '税额',
      paid: '实付',
      currency: '货币',
      taxRate: '税率',
      offline: '断网',
      training: '练习',
      sale: '销售编号',
    },
  },
  reading: {
    goods: (code, count) =>
      count === 1 ? `商品：${code}` : `这个条码有 ${count} 种商品，收银员要选：${code}`,
    label: (amount, grams) =>
      `秤签：${[amount && `金额 ${amount}`, grams !== null && `重量 ${grams} 克（论件的是件数）`].filter(Boolean).join('，')}`,
    labelUnknown: plu => `这是秤签，货号 ${plu} 不在价目表里`,
    payment: (wallet, masked) => `顾客的付款码（${wallets[wallet]}）：${masked}`,
    paymentTodo: `扫商品时扫到它：按 ${key('pay')} 报过应收才会扣款。收款画面上扫到它：就用它收款。号码不会记下。`,
    mayBeCard: '也符合银行卡号的校验：手工输入的会当作卡号拒绝，扫到的当作付款码',
    rules: version => `钱包号段表 ${version} 版`,
    card: masked => `像银行卡号：${masked}。收银台不收卡号，请用刷卡机`,
    link: '网址二维码，不是商品，也不是付款码',
    receipt: receipt => `小票 ${receipt}：收银时会打开这一单，好退货`,
    short: length => `只有 ${length} 个字符，像是没扫全`,
    unknown: (tail, length) => `价目表里没有：${length} 个字符，末尾 ${tail || '不可见'}`,
    checkDigitWrong: '校验位不对，多半是没扫清楚或印错了',
    unknownTodo: '收银时不会加入清单，会请收银员再扫或搜索。',
    aim: aim => `扫码枪说明的码制：${aim}`,
    withoutGoods: '这里还没有收银机，所以没有价目表可查',
  },
  doctor: {
    titles: {
      node: 'Node',
      folder: '数据文件夹',
      disk: '硬盘空间',
      durability: '断电不丢账',
      till: '收银机',
      setup: '首次设置',
      catalogue: '商品',
      journal: '账本',
      tables: '汇总表',
      'device-process': '设备程序',
      printer: '打印机',
      scanner: '扫码枪',
      gateway: '网关',
      backup: '备份',
      vault: '密钥',
      browser: '浏览器',
    },
    states: { good: '正常', warning: '注意', bad: '不正常' },
    findings: {
      node: ({ version, majorMin }) => ({ what: version, todo: `请安装 Node ${majorMin} 或更新版本。` }),
      folder: ({ path, problem }) =>
        ({
          none: { what: path, todo: nothing },
          missing: { what: `${path} 还没有`, todo: '第一次启动收银机或导入时会自动建。' },
          'not-a-folder': {
            what: `${path} 的位置上是一个文件`,
            todo: '请移走它，或用 --data 换一个文件夹。',
          },
          'not-writable': { what: `${path} 写不进去`, todo: '请改文件夹的权限。' },
          'open-to-others': {
            what: `${path} 别的用户也能看`,
            todo: '启动一次收银机，会自动收紧权限。',
          },
        })[problem],
      disk: ({ freeMegabytes }) => ({
        what: `还有 ${freeMegabytes} MB`,
        todo: '请清理硬盘，留出 2 GB 以上。',
      }),
      durability: ({ problem, commitMs }) =>
        ({
          none: { what: `synchronous=FULL，每次落盘 ${commitMs} ms`, todo: nothing },
          'not-full': { what: '数据库没有用 FULL，断电会丢账', todo: '请联系技术支持，先不要收银。' },
          'not-written': { what: '试写失败，硬盘写不进去', todo: '请先清理硬盘，再启动收银机。' },
          'too-fast': {
            what: `synchronous=FULL，但落盘只要 ${commitMs} ms，像是内存盘`,
            todo: '请把数据文件夹放在真的硬盘上。',
          },
          'not-tried': { what: '没有试（文件夹还没有或写不进）', todo: '先解决数据文件夹。' },
        })[problem],
      till: ({ runs, problem, reason }) => {
        if (problem === 'no-answer')
          return { what: '另一个程序占着数据文件夹，但不回答', todo: '请关掉收银机再开。' };
        if (problem === 'does-not-open')
          return { what: `打不开（${reason}）`, todo: '请备份数据文件夹，再联系技术支持。' };
        if (runs === 'nowhere') return { what: '这里还没有收银机', todo: '运行 npm start 开始。' };
        return { what: runs === 'elsewhere' ? '正在运行' : '没有运行，打得开', todo: nothing };
      },
      setup: ({ done, training }) =>
        done
          ? { what: training ? '已设置（练习，不作数）' : '已设置', todo: nothing }
          : { what: '还没有首次设置', todo: '运行 npm start，按画面设置。' },
      catalogue: ({ items }) => ({
        what: items === 0 ? '还没有商品' : `${items} 种`,
        todo: '用 import 导入价目表。',
      }),
      journal: ({ rows, faultSeq, how }) =>
        how === ''
          ? { what: `${rows} 条，哈希链完整`, todo: nothing }
          : { what: harms[how](faultSeq), todo: '请备份数据文件夹，再联系技术支持。' },
      tables: ({ count, differing }) =>
        differing === ''
          ? { what: `${count} 张，和账本重算的一样`, todo: nothing }
          : { what: `和账本重算的不一样：${differing}`, todo: '请备份数据文件夹，再联系技术支持。' },
      'device-process': ({ answers }) => ({
        what: answers ? '有回答' : '没有回答',
        todo: '请看 logs 里的记录，再联系技术支持。收银不受影响，只是不打印。',
      }),
      printer: ({ state, reason }) =>
        reason === '' ? { what: devices.health[state], todo: nothing } : reasonOf(reason),
      scanner: ({ state, reason }) =>
        reason === '' ? { what: devices.health[state], todo: nothing } : reasonOf(reason),
      gateway: ({ link, url, reason, waitingSales, setAside }) => {
        const waiting = waitingSales > 0 ? `，待上传 ${waitingSales} 笔` : '';
        const aside = setAside > 0 ? `，总部看不懂 ${setAside} 条` : '';
        if (link === 'till-shut')
          return { what: `${url}：收银机没有运行，没有试${waiting}${aside}`, todo: '启动收银机就会上传。' };
        const why = reason === '' ? '' : `（${reason}）`;
        return {
          what: `${syncing.states[link]}${why}${waiting}${aside}`,
          todo: link === 'offline' ? '可以照常收银。请检查网络和网关。' : nothing,
        };
      },
      backup: ({ folder, file, rows, why }) => {
        const last = rows === 0 ? `还没有备份（${folder}）` : `${file}，账本 ${rows} 条（${folder}）`;
        if (why !== '')
          return {
            what: `最近一次没有备份成：${backups.faults[why].what}；${last}`,
            todo: backups.faults[why].todo,
          };
        return { what: last, todo: '运行 evertill backup，或交班时自动备份。' };
      },
      vault: ({ kind, pinsLost }) => {
        if (pinsLost > 0)
          return {
            what: `密钥丢了，${pinsLost} 个人的密码没法核对`,
            todo: '找回 vault.key 文件，或用 set-pin 逐个重设密码，再重新登记网关。',
          };
        return {
          keystore: { what: '系统密钥库', todo: nothing },
          'key-file': {
            what: '只有本用户能读的密钥文件',
            todo: '能防数据库被拷走，不能防整机被偷；请打开系统的硬盘加密。',
          },
          weak: { what: '系统密钥库没有保护', todo: '请为系统装好钥匙串（如 gnome-keyring）。' },
        }[kind];
      },
      browser: ({ path }) => ({
        what: path || '没有找到 Chromium、Chrome 或 Edge',
        todo: '请安装一个，或用 EVERTILL_BROWSER 指出来。',
      }),
    },
    verdict: (bad, warnings) =>
      bad > 0 ? `有 ${bad} 项不正常` : warnings > 0 ? `可以用，有 ${warnings} 项要注意` : '一切正常',
  },
};
