import type { OutputOf, WatchName } from './words.ts';

/**
 * What the counter is drawn of, all of it watches without input. The page asks for them with its first words, and a
 * host that serves it over HTTP tells what they say in the page itself: asked one after the other, as the counter's
 * parts are drawn, they would be several rounds to the core before the first scan.
 */
export const startWatches = [
  'practice.state',
  'setup.state',
  'session.current',
  'shifts.current',
  'syncing.state',
  'selling.cart',
  'selling.moments',
  'paying.state',
  'selling.quickKeys',
  'selling.held',
  'catalog.state',
  'printing.jobs',
] as const satisfies readonly WatchName[];

export type StartWatch = (typeof startWatches)[number];

/** What each of them said when the page was served, those that were answered; as JSON in the element of this id. */
export type SaidAtStart = { readonly [Word in StartWatch]?: OutputOf<Word> };
export const startBlock = 'said-at-start';
