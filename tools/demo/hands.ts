import type { Refusal } from '../../shared/contract/refusals.ts';
import type { Caller, CorePort } from '../../shared/contract/router.ts';
import type {
  Answer,
  CommandName,
  InputOf,
  OutputOf,
  QueryName,
  WatchName,
} from '../../shared/contract/words.ts';

/** Hands at the till: says words as the page does, and stops the play where one is refused. */
export type Hands = {
  say<Name extends CommandName>(word: Name, input: InputOf<Name>, approval?: string): Promise<OutputOf<Name>>;
  ask<Name extends QueryName>(word: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** What a watch answers, as soon as it is so. */
  until<Name extends WatchName>(
    word: Name,
    isSo: (view: OutputOf<Name>) => boolean,
    waitMs?: number,
  ): Promise<OutputOf<Name>>;
  see<Name extends WatchName>(word: Name): Promise<OutputOf<Name>>;
};

const page: Caller = { kind: 'page' };
/** Nothing in a shop's day takes longer; a play that waits for ever tells nobody why. */
const usualWaitMs = 60_000;

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(word: string, refusal: Refusal) {
    super(`${word}: ${refusal.code} ${JSON.stringify(refusal.params)}`);
    this.refusal = refusal;
  }
}

export function handsOn(core: CorePort, newId: () => string): Hands {
  const must = <T>(word: string, answer: Answer<unknown>): T => {
    if (answer.ok) return answer.value as T;
    throw new Refused(word, answer.refusal);
  };
  const until: Hands['until'] = async (word, isSo, waitMs = usualWaitMs) => {
    const end = AbortSignal.timeout(waitMs);
    const stop = new AbortController();
    try {
      for await (const answer of core.watch(word, {}, page, AbortSignal.any([end, stop.signal]))) {
        const view = must<OutputOf<typeof word>>(word, answer);
        if (isSo(view)) return view;
      }
      throw new Error(`${word} is not as expected after ${waitMs / 1000} s`);
    } finally {
      stop.abort();
    }
  };
  return {
    say: async (word, input, approval) =>
      must(word, await core.submit({ id: newId(), word, input, approval }, page)),
    ask: async (word, input) => must(word, await core.query(word, input, page)),
    until,
    see: word => until(word, () => true),
  };
}
