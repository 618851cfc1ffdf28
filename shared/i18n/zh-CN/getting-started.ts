/** 开张准备: what makes a till ready for its first day. */
export const gettingStarted = {
  title: '开张准备',
  note: (done: number, of: number) => `${of} 件事，已完成 ${done} 件；其余可以以后再做`,
  done: '做好了',
  open: '还没做',
  steps: {
    prices: { name: '价目表', why: '有了商品和价格，一扫就能卖。', act: '去导入' },
    staff: { name: '员工', why: '一起收银的人各用自己的密码，谁收的款一清二楚。', act: '加入' },
    print: {
      name: '测试页',
      why: '打一张看看；没接打印机时，小票会显示在屏幕上（在“小票”里看）。',
      act: '打一张',
    },
    practise: { name: '练习一单', why: '真的价目表，练习的钱，不入账；每一步都有提示。', act: '去练习' },
    printer: { name: '打印机', why: '接上小票打印机，顾客就能拿到纸小票。', act: '去设置' },
    codes: { name: '扫码收款', why: '开通后能扫微信、支付宝；现在只收现金和店铺收款码。', act: '去设置' },
  },
  /** Beside the price list, and on its button, once there is one. */
  inList: (items: number) => `已有 ${items} 种商品`,
  importAgain: '再导入',
  staffName: '收银员姓名',
  hired: (name: string, pin: string) => `${name}的密码是 ${pin}，请告诉本人`,
  start: '开始收银',
  onHome: (done: number, of: number) => `开张准备 ${done}/${of}`,
  look: '去看看',
  hide: '不再提醒',
};
