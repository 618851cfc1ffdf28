import type { Page } from 'playwright-core';
import type { ScreenName } from '../../renderer/app/screens.ts';
import type { Visit } from './visit.ts';

/** When a till can show it: never used before, before the shift, while it trades, and without its gateway. */
export const times = ['new', 'closed', 'trading', 'offline'] as const;
export type Time = (typeof times)[number];

/** Something to look at, and how to get there. */
export type Row = {
  readonly name: string;
  /** `trading` unless said otherwise. Rows of a new till follow each other and have no way back. */
  readonly time?: Time;
  /** From the empty counter to it; gives the page to look at where that is not the till's own. */
  reach(visit: Visit): Promise<Page | undefined>;
  /** Back to the empty counter, where Escape alone does not do. */
  readonly leave?: (visit: Visit) => Promise<void>;
};

/** Pages that are looked at besides the screens of the till. */
export type Aside = 'customer-display' | 'kit';
export type Table = Readonly<Record<ScreenName | Aside, readonly Row[]>>;

/** A row on the till's own page. */
export const row = (
  name: string,
  reach: (visit: Visit) => Promise<unknown>,
  more: Pick<Row, 'time' | 'leave'> = {},
): Row => ({
  name,
  reach: async visit => {
    await reach(visit);
    return undefined;
  },
  ...more,
});
