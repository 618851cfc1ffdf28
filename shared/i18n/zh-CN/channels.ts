import { key } from '../keys-in-words.ts';
export const channels = {
  intro: '接好支付平台，就能扫顾客的付款码。资料问服务商要，密钥只存在这台机器上。',
  // Blanks that break no line, so that 如 never ends one.
  practice: '演示店：接的是本机的练习通道，不动真钱。付款码最后四位决定结果，如\u00a00000\u00a0马上付成功。',
  zeroKey: {
    label: '扫商品时扫到付款码',
    key: `先按 ${key('pay')} 收款`,
    none: '直接收款',
    notes: { key: '顾客看清金额再扣款', none: '少按一键；顾客手机掏早了也会扣' },
  },
  links: { online: '已接通', offline: '连不上', off: '没有开通' },
  secretSet: (ending: string, date: string) => `已存：…${ending}，${date} 设置。不改就空着`,
  save: '保存并启用',
  saved: (title: string) => `${title} 已启用`,
  test: '试一下（不动钱）',
  testing: '正在试…',
  works: (ms: number) => `通了，来回 ${ms} 毫秒`,
  fails: {
    unreachable: '连不上这个地址',
    'not-secure': '连接不安全，没有继续',
    'not-a-provider': '那边不像支付网关，请核对地址',
    'merchant-unknown': '平台不认这个商户号或应用',
    'key-wrong': '密钥不对',
  } as Readonly<Record<string, string>>,
  failsOther: '没有通过',
  remove: '停用',
  removeTitle: (title: string) => `停用 ${title}？`,
  removeWhat: '停用后不能扫付款码，密钥会删掉。没有结果的付款不会再自动查。',
  removed: (title: string) => `${title} 已停用`,
};
