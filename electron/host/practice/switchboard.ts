import { type Refusals, refusal } from '../../../shared/contract/refusals.ts';
import type { Caller, CorePort, StopSignal } from '../../../shared/contract/router.ts';
import type { Answer, WordName } from '../../../shared/contract/words.ts';
import { no } from '../../../shared/lib/result.ts';

/** The practice till that pages are led to, and when it is over. */
export type Practising = { readonly core: CorePort; readonly over: AbortSignal };

/** What would reach out of practice to a real gateway, a real provider or a real device. */
const notInPractice: readonly WordName[] = [
  'syncing.enrol',
  'paying.configureChannel',
  'paying.removeChannel',
  'setup.addSlide',
];
/** At the practice till a page is a page like any other, and the customer's screen no more than it is here. */
const there = ({ kind }: Caller): Caller => ({ kind: kind === 'customer' ? kind : 'page' });
const settingsNotInPractice = ['printer', 'scanner', 'slides'];

/**
 * Two tills behind one wire. Each call says for itself which of them it means, so that what was meant for
 * practice never enters the real till, not even a command that is sent again after a crash; the words about
 * practice itself are always the real till's.
 */
export function switchboard(real: CorePort, practising: () => Practising | null): CorePort {
  const isPractice = (word: string, caller: Caller) =>
    caller.kind !== 'command-line' && caller.practising === true && !word.startsWith('practice.');
  return {
    submit: async (envelope, caller) => {
      const { word, input } = envelope;
      if (!isPractice(word, caller)) return await real.submit(envelope, caller);
      if (isOutOfPractice(word, input)) return refuse('not-in-practice');
      return (await practising()?.core.submit(envelope, there(caller))) ?? refuse('practice-over');
    },
    query: async (word, input, caller) => {
      if (!isPractice(word, caller)) return await real.query(word, input, caller);
      return (await practising()?.core.query(word, input, there(caller))) ?? refuse('practice-over');
    },
    watch: (word, input, caller, signal) => {
      if (!isPractice(word, caller)) return real.watch(word, input, caller, signal);
      const now = practising();
      if (!now) return once(refuse('practice-over'));
      return now.core.watch(word, input, there(caller), either(signal, now.over));
    },
  };
}

function isOutOfPractice(word: string, input: unknown): boolean {
  if (word !== 'setup.change') return notInPractice.includes(word as WordName);
  const asked = typeof input === 'object' && input !== null && 'setting' in input ? input.setting : '';
  return settingsNotInPractice.includes(String(asked));
}

const refuse = (code: 'not-in-practice' | 'practice-over'): Answer<never> =>
  no(refusal(code, {} as Refusals[typeof code]));

async function* once<T>(answer: T): AsyncGenerator<T> {
  yield answer;
}

/** Aborted as soon as one of them is. */
const either = (one: StopSignal, other: StopSignal): StopSignal => ({
  get aborted() {
    return one.aborted || other.aborted;
  },
  addEventListener: (type, run, options) => {
    one.addEventListener(type, run, options);
    other.addEventListener(type, run, options);
  },
});
