import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Refusal, RefusalCode } from '../../shared/contract/refusals.ts';
import type {
  AnswerOf,
  CommandName,
  InputOf,
  OutputOf,
  QueryName,
  WatchName,
} from '../../shared/contract/words.ts';
import { explain } from '../../shared/i18n/index.ts';
import { PieceMissing } from '../kit/piece-missing.ts';
import { toast } from '../kit/toast.tsx';
import { useWords, type Words } from '../kit/words.tsx';
import type { Live } from './live.ts';
import type { Seen } from './watches.ts';
import type { Link } from './wire.ts';

const LiveContext = createContext<Live | null>(null);

export function LiveProvider(props: { live: Live; children: ReactNode }) {
  return <LiveContext value={props.live}>{props.children}</LiveContext>;
}

function useLiveEnd(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('a component asked the core outside of LiveProvider');
  return live;
}

const none = {};

/**
 * What a watch says now: `const cart = useLive('selling.cart')`. Undefined until the first answer and while it
 * is refused. Watches without input need none.
 */
export function useLive<Name extends WatchName>(
  word: Name,
  input: InputOf<Name> = none as InputOf<Name>,
): OutputOf<Name> | undefined {
  return useSeen(word, input, seen => seen.value) as OutputOf<Name> | undefined;
}

/** One part of what a watch without input says; draws again only when that part is another. */
export function useLivePart<Name extends WatchName, Part>(
  word: Name,
  part: (said: OutputOf<Name>) => Part,
): Part | undefined {
  return useSeen(word, none, ({ value }) =>
    value === undefined ? undefined : part(value as OutputOf<Name>),
  );
}

/** Follows watches without input ahead of whoever will ask for them: what they say is there by then. */
export function useAhead(words: readonly WatchName[], forMs: number): void {
  const { watches } = useLiveEnd();
  useEffect(() => {
    const held = words.map(word => watches.hold(word, none));
    const letGo = () => {
      for (const end of held.splice(0)) end();
    };
    const timer = setTimeout(letGo, forMs);
    return () => {
      clearTimeout(timer);
      letGo();
    };
  }, [watches, words, forMs]);
}

function useSeen<Part>(word: string, input: unknown, part: (seen: Seen) => Part): Part {
  const { watches } = useLiveEnd();
  const key = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the input by value.
  const store = useMemo(() => watches.store(word, input), [watches, word, key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the input by value.
  useEffect(() => watches.hold(word, input), [watches, word, key]);
  return useStore(store, part);
}

export type SayOptions = {
  /** The screen shows the refusal itself; otherwise it appears as a toast. */
  readonly quiet?: boolean;
};

/**
 * A command to say: `const hold = useCommand('selling.hold')`, `await hold({ cart })`. It answers with the
 * result or the refusal; an unexpected refusal has then been shown. Approval is asked for by itself.
 */
export function useCommand<Name extends CommandName>(
  word: Name,
  options: SayOptions = {},
): (input: InputOf<Name>) => Promise<AnswerOf<Name>> {
  const live = useLiveEnd();
  const words = useWords();
  const { quiet } = options;
  return useCallback(
    async input => {
      const answer = await live.say(word, input);
      if (!answer.ok && !quiet) showRefusal(answer.refusal, words);
      return answer;
    },
    [live, word, words, quiet],
  );
}

/** A question to ask: `const search = useQuery('catalog.search')`, `await search({ text, limit: 20 })`. */
export function useQuery<Name extends QueryName>(
  word: Name,
): (input: InputOf<Name>) => Promise<AnswerOf<Name>> {
  const live = useLiveEnd();
  return useCallback(input => live.ask(word, input), [live, word]);
}

/** How the wire to the core is. */
export const useLink = (): Link => useStore(useLiveEnd().link);

/** Throws where what speaks on the wire could not be fetched, so that whoever draws around says so. */
export function useWireThere(): void {
  if (useLink() === 'missing') throw new PieceMissing('wire');
}

/** How many commands wait for the core's answer; another number with every scan. */
export const useUnanswered = (): number => useStore(useLiveEnd().unanswered);

const ourFault: readonly RefusalCode[] = ['internal', 'disk-trouble'];

/** Says a refusal in plain words for a few seconds. A manager's leave that was not given needs no words, nor does a reason that is asked for. */
export function showRefusal(refused: Refusal, words: Words): void {
  if (refused.code === 'needs-approval' || refused.code === 'reason-needed') return;
  const { what, todo } = explain(refused, words.t, words.format);
  toast({ tone: ourFault.includes(refused.code) ? 'red' : 'amber', title: what, detail: todo });
}
