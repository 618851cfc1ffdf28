import type { exchange as shape } from '../zh-CN/exchange.ts';

export const exchange: typeof shape = {
  credit: receipt => `Exchange credit ${receipt}`,
  over: amount => `${amount} left, goes back with the sale`,
  back: 'Credit back',
  returned: 'The exchange credit has gone back',
  rest: way => `Goes back: ${way}`,
  opened: 'The exchange credit stands at the counter',
  openedTodo: 'Scan the new goods; only the difference is paid or given back.',
};
