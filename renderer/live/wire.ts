import type { CommandEnvelope } from '../../shared/contract/router.ts';
import type { Answer } from '../../shared/contract/words.ts';

/** `missing`: what speaks on it could not be fetched (see `PieceMissing`). */
export type Link = 'connecting' | 'connected' | 'reconnecting' | 'missing';

/**
 * What the page needs of a wire, whichever it is. `command` and `query` throw `WireLost` when the wire was cut
 * before the answer came; whether the other end heard them is then unknown.
 */
export type Wire = {
  command(envelope: CommandEnvelope): Promise<Answer<unknown>>;
  query(word: string, input: unknown): Promise<Answer<unknown>>;
  /** Answers now, after each change and after every reconnect, until the returned function ends it. */
  watch(word: string, input: unknown, on: WatchEvents): () => void;
  /** Tells the state now and after every change. */
  onLink(tell: (link: Link) => void): () => void;
  close(): Promise<void>;
};

export type WatchEvents = {
  readonly answer: (answer: Answer<unknown>) => void;
  /** The other end has ended it: refused, or its owner went away. */
  readonly ended: () => void;
};

export class WireLost extends Error {
  override readonly name = 'WireLost';
}
