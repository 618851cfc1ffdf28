import { None } from './fields.ts';
import { command, watch } from './word.ts';

/** Whether the till practises now; asked of the real till, also by a page that practises. */
export type PracticeView = { readonly on: boolean };

export const practice = {
  state: watch('face-customer', None).returns<PracticeView>(),
  /** Anybody who may sell may practise: nothing of it counts. Whoever says it is signed out of the real till. */
  begin: command('sell', None).returns<PracticeView>(),
  /** Whoever stands there may end it: behind it is a till that asks who is there. */
  end: command('open', None).returns<PracticeView>(),
};
