import { common } from './zh-CN/common.ts';
import { display } from './zh-CN/display.ts';
import { exchange } from './zh-CN/exchange.ts';
import { harms } from './zh-CN/harms.ts';
import { payments } from './zh-CN/payments.ts';
import { practice } from './zh-CN/practice.ts';
import { selling } from './zh-CN/selling.ts';
import { session } from './zh-CN/session.ts';

/**
 * What a page can say before it has been painted. The rest follows it (`renderer/kit/chinese-words.ts`): the sections
 * that nothing says of what comes with a page weigh more than these.
 */
export const firstZhCN = {
  common,
  session,
  selling,
  payments,
  exchange,
  display,
  harms,
  practice,
};
