/** 练习收银: a till of its own for practising. */
import { key } from '../keys-in-words.ts';

export const practice = {
  band: '练习 · 不入账',
  end: '结束练习',
  begin: '练习收银',
  beginNote: '真的价目表，练习的钱，不入账',
  endNote: '回到真的收银机',
  opening: '正在打开练习…',
  /** What comes next in a practised sale, for whoever makes the first one. */
  guide: {
    scan: '扫一件商品，或点商品键',
    freeze: `按 ${key('pay')} 报应收`,
    paid: '收到了！可以结束练习了',
  },
  pay: '顾客出示付款码',
  pin: (pin: string) => `练习：每个人的密码都是 ${pin}`,
};
