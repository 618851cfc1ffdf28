/** What came back, against new goods. */
export const exchange = {
  credit: (receipt: string) => `换货抵扣 ${receipt}`,
  over: (amount: string) => `还剩 ${amount}，结账时退还`,
  back: '退还抵扣',
  returned: '换货抵扣已退还',
  rest: (way: string) => `退还余额：${way}`,
  opened: '换货抵扣已记在收银台',
  openedTodo: '请扫顾客换的商品，多退少补。',
};
