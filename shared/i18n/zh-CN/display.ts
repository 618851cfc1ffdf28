/** The customer's screen: what a stranger reads from the other side of the counter. */
export const display = {
  wait: '请稍候',
  closed: '本台暂停收款',
  welcome: '欢迎光临',
  pieces: (count: number) => `共 ${count} 件`,
  earlier: (count: number) => `前面还有 ${count} 行`,
  discount: '已优惠',
  total: '合计',
  due: '应付',
  asking: '本次应付',
  stillOwed: '还差',
  change: '找零',
  paidSum: '实付',
  thanks: '谢谢惠顾',
  stages: {
    'show-code': '请出示付款码',
    'pay-at-counter': '请向收银员付款',
    'on-phone': '请在手机上输入密码',
    confirming: '正在确认，请不要重复付款',
    'another-way': '没有付成，请换一种方式',
    paid: '收款成功',
  },
};
