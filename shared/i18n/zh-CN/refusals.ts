import type { InvoiceState } from '../../domain/invoice/invoice.ts';
import type { TaxNumberFault } from '../../domain/invoice/tax-number.ts';
import { sayKey } from '../../domain/keys/key-map.ts';
import { minor } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import type { RefusalSentences, Sentence } from '../index.ts';
import { key } from '../keys-in-words.ts';
import { backups } from './backups.ts';
import { catalog } from './catalog.ts';
import { common } from './common.ts';
import { keys } from './keys.ts';

const permissionName = (permission: string): string =>
  (common.permissions as Readonly<Record<string, string>>)[permission] ?? permission;

const settingProblems: Readonly<Record<string, string>> = {
  missing: '没有填',
  unreadable: '格式不对',
  'not-secure': '必须以 https:// 开头',
};
const invoiceNotSo: Readonly<Record<InvoiceState, Sentence>> = {
  none: { what: '这一单还没有申请发票', todo: '请先申请。' },
  requested: { what: '这一单已经申请了发票', todo: '不用再申请；要改抬头，请先撤回。' },
  withdrawn: { what: '这一单的发票申请已经撤回', todo: '还要发票，请重新申请。' },
  issued: { what: '这一单的发票已经开出', todo: '要改，请店长先红冲，再重新申请。' },
  'needs-red': { what: '这一单的发票要先红冲', todo: '请店长在开票平台红冲，再登记红票号码。' },
  red: { what: '这一单的发票已经红冲', todo: '还要发票，请重新申请。' },
};
const taxNumberFaults: Readonly<Record<TaxNumberFault, Sentence>> = {
  missing: { what: '单位发票要有税号', todo: '请问顾客要税号；个人请选“个人”。' },
  shape: { what: '税号的位数或字母不对', todo: '统一社会信用代码是 18 位，没有字母 I、O、S、V、Z。' },
  'check-digit': { what: '税号对不上校验位', todo: '多半有一位输错了，请逐位核对。' },
};

export const refusals: RefusalSentences = {
  'bad-input': ({ field }) => ({ what: `“${field}” 填得不对`, todo: '请改一下再试。' }),
  'unknown-word': () => ({ what: '这个操作还不支持', todo: '请把软件升级到同一版本再试。' }),
  'not-signed-in': () => ({ what: '还没有人登录', todo: '请先登录。' }),
  'only-watches': () => ({ what: '顾客屏只能看，不能操作', todo: '请在收银的窗口里操作。' }),
  'not-a-picture': () => ({
    what: '这个文件不是完整的图片',
    todo: '请换一张 PNG、JPEG 或 WebP 图片；已有的图片没有动。',
  }),
  'slides-full': ({ most }) => ({ what: `最多放 ${most} 张图片`, todo: '请先去掉一张，再添加。' }),
  'not-allowed': ({ permission }) => ({
    what: `您没有“${permissionName(permission)}”的权限`,
    todo: '请换有权限的人登录。',
  }),
  'needs-approval': ({ permission }) => ({
    what: `“${permissionName(permission)}”需要店长授权`,
    todo: '请店长在这台机器上输入密码。',
  }),
  'approval-not-valid': () => ({ what: '这次授权已经过期或用过了', todo: '请店长再输入一次密码。' }),
  'pin-wrong': ({ triesLeft }) => ({ what: '密码不对', todo: `请重新输入，还可以试 ${triesLeft} 次。` }),
  'pin-locked': ({ seconds }) => ({ what: '密码错得太多，已锁住', todo: `请等 ${seconds} 秒再试。` }),
  'pin-lost': () => ({ what: '这个密码没法核对：密钥丢了', todo: '请店主运行 evertill set-pin，重设密码。' }),
  'pin-too-easy': () => ({ what: '这个密码太好猜', todo: '不要用 1234、0000 这样的数字，请换一个。' }),
  'staff-blocked': ({ name }) => ({
    what: `${name}已停用`,
    todo: '请换人登录；要恢复，请店长在设置里操作。',
  }),
  'staff-forgotten': () => ({ what: '这个人的资料已经抹去', todo: '要再用，请重新添加员工。' }),
  'last-owner': () => ({ what: '这是最后一位店主', todo: '请先让另一个人当店主。' }),
  'badge-unknown': ({ triesLeft }) => ({
    what: '没有人用这张工牌',
    todo: `请用密码登录，或再扫一次，还可以试 ${triesLeft} 次。`,
  }),
  'badge-taken': ({ name }) => ({ what: `这张工牌已经是${name}的`, todo: '请换一张，或先收回那一张。' }),
  'badge-unfit': () => ({
    what: '这个码不能当工牌',
    todo: '请换一张：8 个字以上，不是商品码，也不是付款码。',
  }),
  'badge-not-enough': () => ({
    what: '店主开了两步登录，只扫工牌不够',
    todo: '请输入密码，再输入手机上的动态码。',
  }),
  'code-needed': () => ({ what: '还要手机上的动态码', todo: '请打开手机上的验证器，输入 6 位数字。' }),
  'code-wrong': ({ triesLeft }) => ({
    what: '动态码不对',
    todo:
      triesLeft === null
        ? '请看手机上最新的 6 位数字；一直不对，请核对收银机的时间。'
        : `请看手机上最新的 6 位数字，还可以试 ${triesLeft} 次。一直不对，请核对收银机的时间。`,
  }),
  'code-used': () => ({ what: '这个动态码已经用过', todo: '请等手机换出下一个，最多半分钟。' }),
  'code-lost': () => ({
    what: '动态码没法核对：密钥丢了',
    todo: '请在这台机器上运行 evertill set-pin，再重新开通。',
  }),
  'codes-not-set-up': () => ({ what: '还没有开通动态码', todo: '请本人登录，在“设置 · 员工”里开通。' }),
  'already-set-up': () => ({ what: '这台机器已经设置过了', todo: '直接登录就可以用。' }),
  'key-taken': ({ key: pressed, act }) => ({
    what: `${sayKey(pressed)} 已经是“${keys.acts[act]}”`,
    todo: '请按别的键；或先给那一项换一个键；也可以两项对换。',
  }),
  'key-unfit': ({ key: pressed, unfit }) => ({ what: `${sayKey(pressed)} 不能用`, todo: keys.unfit[unfit] }),
  'role-above-own': () => ({ what: '不能设置比自己更高的角色', todo: '请由店主来添加。' }),
  'name-taken': ({ name }) => ({ what: `已经有人叫“${name}”了`, todo: '请换一个名字。' }),
  'no-shift': () => ({ what: '还没有开班', todo: '请先开班，再收银。' }),
  'shift-already-open': () => ({ what: '已经开班了', todo: '直接收银，或先交班。' }),
  'shift-has-open-cart': ({ pieces }) => ({
    what: `还有一单没结，里面有 ${pieces} 件`,
    todo: '请先收款、挂单或作废，再交班。',
  }),
  'no-such-shift': () => ({ what: '没有这个班次', todo: '它可能已经交班了，请看一下班次列表。' }),
  'no-such-drawer': () => ({ what: '没有这个钱箱', todo: '请换一个钱箱，或让店主在设置里添加。' }),
  'drawer-twice': () => ({ what: '两个钱箱用了同一个编号', todo: '请给每个钱箱一个自己的编号。' }),
  'drawer-in-use': () => ({ what: '这个钱箱还有没交的班', todo: '请先交班，再删掉它。' }),
  'clock-behind': ({ now, last }, format) => ({
    what: `这台机器的时间是 ${format.date(now)} ${format.time(now)}，比最后一笔记录（${format.date(last)} ${format.time(last)}）还早`,
    todo: '请先把系统时间调对。如果时间没错，请选“时间没错，继续开班”。',
  }),
  'no-such-face': ({ face }, format) => ({
    what: `没有 ${format.amount(minor(face))} 这种面额`,
    todo: '请只填列出来的面额。',
  }),
  'count-not-whole': ({ face }, format) => ({
    what: `${format.amount(minor(face))} 的张数不对`,
    todo: '请填 0 或更大的整数。',
  }),
  'count-too-large': ({ face }, format) => ({
    what: face > 0 ? `${format.amount(minor(face))} 的张数太多了` : '点出来的钱太多了',
    todo: '请检查有没有多按数字，再数一遍。',
  }),
  'count-does-not-add-up': ({ sum, worth }, format) => ({
    what: `按张数算是 ${format.amount(minor(worth))}，填的合计是 ${format.amount(minor(sum))}`,
    todo: '请再数一遍。',
  }),
  'nothing-to-move': () => ({ what: '金额是 0', todo: '请输入金额。' }),
  'drawer-lacks-cash': () => ({ what: '钱箱里没有这么多现金', todo: '请检查金额，再输一次。' }),
  'count-frozen': () => ({ what: '这一班已经点过钞，不能再改', todo: '请继续交班；差额由店长查原因。' }),
  'not-counted-yet': () => ({ what: '还没有点钞', todo: '请先点钞，再交班。' }),
  'recount-first': () => ({ what: '还要再数一遍', todo: '请把钱箱里的现金再数一遍。' }),
  'needs-second-person': () => ({ what: '要由另一个人来签', todo: '请店长在这台机器上确认。' }),
  'shift-already-closed': () => ({ what: '这一班刚刚已经交了', todo: '请看班次列表里的日结单。' }),
  'closing-changed': () => ({ what: '没结清的单刚刚变了', todo: '请看一下新的清单，再确认一次。' }),
  'left-too-much': ({ counted }, format) => ({
    what: `留下的备用金比实点的 ${format.amount(minor(counted))} 还多`,
    todo: '请改小一些。',
  }),
  'no-such-day': () => ({ what: '这一天没有班次', todo: '请换一天。' }),
  'day-already-closed': () => ({ what: '这一天已经日结了', todo: '请看这一天的营业日结。' }),
  'day-has-open-shifts': ({ count }) => ({
    what: `这一天还有 ${count} 个班没有交`,
    todo: '请先交班，再日结。',
  }),
  'no-such-line': () => ({ what: '这一行已经不在了', todo: '请看一下清单，再选一次。' }),
  'no-such-item': () => ({ what: '没有这个商品', todo: '请重新搜索，可能刚换了价目表。' }),
  'no-such-sale': () => ({ what: '没有这笔销售', todo: '请核对单号。' }),
  'no-such-job': () => ({ what: '这个打印任务已经不在了', todo: '需要的话请补打。' }),
  'cart-changed': () => ({ what: '这一单刚刚变了', todo: '请看一下新的应收金额，再收一次。' }),
  'cart-empty': () => ({ what: '单子里还没有商品', todo: '请先扫码。' }),
  'age-check-first': () => ({
    what: '有烟酒，还没有确认顾客年龄',
    todo: `请看清顾客已满 18 岁，按 ${key('pay')} 确认后再收款。`,
  }),
  'below-floor-first': () => ({
    what: '有商品低于最低售价',
    todo: `按 ${key('pay')} 请店长授权，或把价格、折扣改回来，再收款。`,
  }),
  'reason-needed': () => ({ what: '要说明为什么', todo: '请选一个原因，再删。' }),
  'cart-full': ({ most }) => ({ what: `一单最多 ${most} 行`, todo: '请先收款，再开新单。' }),
  'no-such-cart': () => ({ what: '这张单已经不在了', todo: '可能别处已经取走，请看挂单列表。' }),
  'quantity-not-positive': () => ({ what: '数量要大于 0', todo: `不要这件商品请按 ${key('remove')} 删除。` }),
  'quantity-too-large': () => ({ what: '数量太大', todo: '请检查是不是扫进了条码，再输一次。' }),
  'quantity-not-whole': ({ name }) => ({ what: `“${name}”按件卖，数量要整数`, todo: '请输入整数。' }),
  'price-not-positive': () => ({ what: '价格不能是 0', todo: '要送的商品请用折扣（减到 0），账上看得见。' }),
  'price-too-high': ({ most }, format) => ({
    what: `单价不能超过 ${format.amount(minor(most))}`,
    todo: '请检查是不是扫进了条码，再输一次。',
  }),
  'code-on-list': ({ name, price }, format) => ({
    what: `这个条码已经是“${name}”，${format.amount(minor(price))}`,
    todo: '没有再建。请按 Esc，再扫一次。',
  }),
  'moment-too-far': () => ({ what: '这个日期太远了', todo: '请填两年以内的日期和时间。' }),
  'repricing-begun': () => ({ what: '这张调价单已经生效，或已经撤回', todo: '要改回原价，请再调一次价。' }),
  'code-not-retail': () => ({
    what: '这个码不是商品条码，不能建档',
    todo: '请再扫一次；没有条码的按无条码商品卖。',
  }),
  'added-too-many': ({ most }) => ({
    what: `收银台已经建档 ${most} 种商品，不能再多`,
    todo: '请店长把商品存成文件，再导入一次，就能接着建。',
  }),
  'line-is-weighed': ({ name }) => ({
    what: `“${name}”是称重的`,
    todo: `请按 ${key('quantity')} 输入重量，或再称一次。`,
  }),
  'line-is-stamped': ({ name }) => ({
    what: `“${name}”的金额是秤上打好的`,
    todo: '不能改数量和价格：请删掉这一行重新称，或者打折。',
  }),
  'label-empty': ({ name }) => ({
    what: `“${name}”的秤签上没有金额`,
    todo: '没有加入清单。请重新称一次；秤上可能没有设单价。',
  }),
  'label-one-by-one': ({ name }) => ({
    what: `“${name}”的秤签要一张一张扫`,
    todo: `没有加入清单。请按 ${key('back')} 取消数量，再扫每一包。`,
  }),
  'no-such-question': () => ({ what: '这个码已经问过了', todo: '请看一下清单和应收；需要的话再扫一次。' }),
  'amount-too-large': () => ({ what: '金额太大', todo: '请检查数量和价格。' }),
  'no-discount-on-this': ({ name }) => ({ what: `“${name}”不参加打折`, todo: '可以选别的商品打折。' }),
  'cash-short': ({ missing }, format) => ({
    what: `还差 ${format.amount(minor(missing))}`,
    todo: '请再收一些，或改金额。',
  }),
  'cash-absurd': ({ given }, format) => ({
    what: `${format.amount(minor(given))} 不像是现金`,
    todo: '可能扫进了条码，请重新输入收到的现金。',
  }),
  'cash-needs-confirmation': ({ given, due }, format) => ({
    what: `收 ${format.amount(minor(given))}，要找 ${format.amount(minor(given - due))}`,
    todo: '金额比较大。没错就再按一次确认，错了按 Esc 改。',
  }),
  'cart-frozen': () => ({ what: '应收已经报给顾客，清单先不能改', todo: '按 Esc 回到清单，再改。' }),
  'payment-open': () => ({
    what: '上一笔付款还没有结果',
    todo: `请等结果，或按 ${key('void')} 撤销；也可以按 ${key('hold')} 先做下一位。不要重复收款。`,
  }),
  'part-settled': () => ({
    what: '这一单已经收了一部分',
    todo: '请把剩下的收完；不要了，请店长先退掉已收的。',
  }),
  'no-such-payment': () => ({ what: '没有找到这笔付款', todo: '请核对单号。' }),
  'payment-moved-on': () => ({ what: '这笔付款刚刚有了结果', todo: '请看一下新的状态。' }),
  'refund-too-large': ({ left }, format) => ({
    what: `最多还能退 ${format.amount(minor(left))}`,
    todo: '请改一下金额。',
  }),
  'invoice-not-so': ({ state }) => invoiceNotSo[state],
  'nothing-to-invoice': () => ({
    what: '这一单没有可以开票的金额',
    todo: '没有收款或已全部退款，不能开票。',
  }),
  'tax-number-wrong': ({ fault }) => taxNumberFaults[fault],
  'invoice-number-taken': ({ receipt }) => ({
    what: `这个发票号码已经登记在 ${receipt}`,
    todo: '请核对 20 位号码。',
  }),
  'nothing-picked': () => ({ what: '还没有选要退的商品', todo: '请先选，再退。' }),
  'more-than-sold': ({ name, left }, format) => ({
    what: `“${name}”最多还能退 ${format.quantity(quantity(left), 'piece')}`,
    todo: '已经退过的不能再退，请改一下数量。',
  }),
  'refund-changed': () => ({
    what: '应退金额刚刚变了',
    todo: '可能刚退过一部分，或换了价。请看一下，再退一次。',
  }),
  'exchange-open': ({ receipt }) => ({
    what: `换货 ${receipt} 还没有办完`,
    todo: `请先回到收银台：结完换的货，或按 ${key('return-credit')} 退还换货抵扣。`,
  }),
  'exchange-in-use': () => ({
    what: '正在收款的这一单用着换货抵扣',
    todo: '请先按 Esc 返回加商品，或取回挂起的那一单，再退还换货抵扣。',
  }),
  'no-exchange': () => ({
    what: '没有可退还的换货抵扣',
    todo: '可能已经用掉或退过了。请看一下最近的小票。',
  }),
  'sale-of-other-till': ({ receipt }) => ({
    what: `小票 ${receipt} 不是这台机器开的`,
    todo: '请到开这张小票的机器上退。',
  }),
  'other-tills-unreachable': ({ receipt }) => ({
    what: '连不上网关，查不到别的收银机开的小票',
    todo: `${receipt} 请到开这张小票的收银机上退；或按 ${key('choice-3')} 无小票退货，要店长授权。`,
  }),
  'sale-not-at-gateway': ({ receipt }) => ({
    what: `网关里没有小票 ${receipt}`,
    todo: '那台收银机可能还没有上传，请到那台机器上退。',
  }),
  'sale-unclear': ({ receipt }) => ({
    what: `网关给的小票 ${receipt} 不能用来退货`,
    todo: '请到开这张小票的收银机上退。',
  }),
  'wallet-of-other-till': () => ({
    what: '钱包付的钱，只能在开小票的收银机上原路退回',
    todo: `请到那台收银机上退；或按 ${key('choice-2')} 退现金，要店长授权。`,
  }),
  'not-last-sale': () => ({ what: '这一单后面已经有别的单了', todo: '不能整单撤销，请按退货来做。' }),
  'refund-limit': ({ left }, format) => ({
    what: `无小票退货今天最多还能退 ${format.amount(minor(left))}`,
    todo: '请让顾客找出小票，或明天再退。',
  }),
  'no-such-channel': () => ({ what: '没有这个支付通道', todo: '请刷新后重选。' }),
  'channel-setting-wrong': ({ field, problem }) => ({
    what: `“${field}”${settingProblems[problem] ?? ''}`,
    todo: '请照服务商给的资料再填一次。',
  }),
  'upload-incomplete': () => ({ what: '文件没有传完', todo: '请再选一次文件。' }),
  'upload-too-large': ({ megabytesMax }) => ({
    what: `文件超过 ${megabytesMax} MB`,
    todo: '请把文件分成几份再导入。',
  }),
  'file-unreadable': ({ problem }) => catalog.files[problem] ?? catalog.unknownFile(problem),
  'import-running': () => ({ what: '正在导入另一个文件', todo: '请等它完成，或先取消。' }),
  'nothing-to-undo': () => ({
    what: '没有可以撤销的导入',
    todo: '只能撤销最近一次，下一次导入开始后就不行了；请用原来的价目表再导入一次。',
  }),
  'catalogue-renewed': () => ({ what: '价目表刚换过', todo: '请再存一次。' }),
  'comparison-stopped': () => ({ what: '对照没有做完', todo: '请再选一次文件。' }),
  'no-such-import': () => ({ what: '没有这次导入', todo: '请重新选择文件。' }),
  'mapping-incomplete': ({ fields }) => ({ what: `还没有指定：${fields}`, todo: '请选出对应的列。' }),
  'job-not-waiting': () => ({ what: '这个打印任务已经有结果了', todo: '不用再选，需要可以补打。' }),
  'no-such-ticket': () => ({ what: '没有这张小票', todo: '请重新查一次。' }),
  'report-too-long': ({ lines, most }) => ({
    what: `要打 ${lines} 行，太长了（最多 ${most} 行）`,
    todo: '请缩小范围，或导出成表格文件。',
  }),
  'gateway-refused': ({ reason }) => ({
    what: `网关不接受（${reason}）`,
    todo: '请核对登记码，或联系总部。',
  }),
  'gateway-unreachable': ({ reason }) => ({
    what: `连不上网关（${reason}）`,
    todo: '可以照常收银，网络好了再试。',
  }),
  'gateway-not-secure': () => ({ what: '这个地址不安全', todo: '请用 https 开头的地址。' }),
  'practice-while-paying': () => ({
    what: '这位顾客正在付款',
    todo: '先收完款，或按 Esc 退出收款，再开始练习。',
  }),
  'practice-not-started': () => ({
    what: '练习没有打开',
    todo: '收银不受影响。请看看硬盘还有没有空间，再试一次。',
  }),
  'practice-over': () => ({ what: '练习已经结束', todo: '刚才这一步没有做，也没有记进真账。' }),
  'not-in-practice': () => ({
    what: '练习时不能改这一项',
    todo: '打印机、扫码枪、网关和支付通道是真的；结束练习后再改。',
  }),
  'backup-running': () => ({ what: '正在做另一份备份', todo: '请等它做完。' }),
  'backup-failed': ({ why }) => backups.faults[why],
  'disk-trouble': () => ({ what: '写不进硬盘', todo: '请先停一下，检查硬盘空间，再叫技术支持。' }),
  internal: ({ incident }) => ({ what: '软件出错了，这一步没有做', todo: `请再试一次。编号 ${incident}` }),
};
