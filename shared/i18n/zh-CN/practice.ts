/** 练习收银: a till of its own for practising. */
export const practice = {
  band: '练习 · 不入账',
  end: '结束练习',
  begin: '练习收银',
  beginNote: '真的价目表，练习的钱，不入账',
  endNote: '回到真的收银机',
  opening: '正在打开练习…',
  pin: (pin: string) => `练习：每个人的密码都是 ${pin}`,
};
