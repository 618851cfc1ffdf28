import { cash } from './zh-CN/cash.ts';
import { common } from './zh-CN/common.ts';
import { display } from './zh-CN/display.ts';
import { harms } from './zh-CN/harms.ts';
import { home } from './zh-CN/home.ts';
import { paying } from './zh-CN/paying.ts';
import { practice } from './zh-CN/practice.ts';
import { refunding } from './zh-CN/refunding.ts';
import { report } from './zh-CN/report.ts';
import { screenHelp } from './zh-CN/screen-help.ts';
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
  paying,
  refunding,
  cash,
  home,
  display,
  harms,
  report,
  screenHelp,
  practice,
};
