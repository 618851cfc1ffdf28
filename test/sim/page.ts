import type { Core } from '../../electron/core/core.ts';
import { subjectOf } from '../../electron/core/session.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { Caller, StopSignal } from '../../shared/contract/router.ts';
import type {
  AnswerOf,
  CommandName,
  InputOf,
  OutputOf,
  QueryName,
  WatchName,
} from '../../shared/contract/words.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import { no, type Result } from '../../shared/lib/result.ts';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

const caller: Caller = { kind: 'page' };
const neverStops: StopSignal = { aborted: false, addEventListener: () => {} };
/** Refusals that no person can bring about: the till is at fault. */
const faults: readonly string[] = ['internal', 'bad-input', 'unknown-word', 'disk-trouble'];
/** How often the wire breaks right after an answer, so that the page says the same word once more. */
const repeated = 0.05;

export type Person = { readonly staff: StaffId; readonly pin: string };
export type Page = ReturnType<typeof openPage>;

/**
 * The cashier's page: a word is said again under its id until it is answered, by whichever till is alive
 * then. After a restart somebody signs in first, as at a real till.
 */
export function openPage({ power, trace }: World, chance: Chance, cashier: Person, manager: Person) {
  let atTill = cashier;
  let commands = 0;
  let signIns = 0;
  let signedInTo: Core | null = null;
  /** What was said and how it was answered: a till that forgets one of these has lied. */
  const acknowledged = new Map<string, string>();
  const troubles: string[] = [];

  async function signedIn() {
    const till = await power.running();
    if (till.core !== signedInTo) {
      signedInTo = till.core;
      signIns += 1;
      const envelope = { id: `sign-in-${signIns}`, word: 'session.signIn', input: atTill };
      await till.core.submit(envelope, caller);
    }
    return till;
  }

  async function submit(id: string, word: string, input: unknown, approval?: string) {
    for (;;) {
      const { core, isDead } = await signedIn();
      const envelope = { id, word, input, ...(approval !== undefined && { approval }) };
      const answer = (await core.submit(envelope, caller)) as Result<unknown, Refusal>;
      if (!isDead()) return answer;
    }
  }

  /** One word, said until it is answered. */
  async function say<Name extends CommandName>(
    word: Name,
    input: InputOf<Name>,
    approval?: string,
    chances = repeated,
  ) {
    commands += 1;
    const id = `said-${commands}`;
    const answer = await submit(id, word, input, approval);
    const text = JSON.stringify(answer);
    acknowledged.set(id, text);
    trace.add(`${word} ${answer.ok ? 'ok' : answer.refusal.code}`);
    if (!answer.ok && faults.includes(answer.refusal.code)) troubles.push(`${word} was answered ${text}`);
    if (chances > 0 && chance.happens(chances)) {
      const again = JSON.stringify(await submit(id, word, input, approval));
      if (again !== text) troubles.push(`${word} was answered ${text}, and to its repetition ${again}`);
    }
    return answer as AnswerOf<Name>;
  }

  return {
    say,
    /** As `say`, on a wire that does not break: it leaves the story's later chances as they were. */
    sayOnce: <Name extends CommandName>(word: Name, input: InputOf<Name>) => say(word, input, undefined, 0),
    acknowledged: acknowledged as ReadonlyMap<string, string>,
    troubles: troubles as readonly string[],

    /** As `say`, with the manager's leave on the spot; a cashier who is one needs none. */
    async sayWithLeave<Name extends CommandName>(word: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> {
      if (atTill.staff === manager.staff) return say(word, input);
      const subject = subjectOf(word, input as Json);
      const leave = await say('session.approve', { ...manager, word, subject });
      return leave.ok ? say(word, input, leave.value.approval) : (no(leave.refusal) as AnswerOf<Name>);
    },

    /** Whoever was at the till goes, and the manager comes. */
    managerComes(): void {
      atTill = manager;
      signedInTo = null;
    },

    /** What a query answers now. */
    async ask<Name extends QueryName>(word: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
      for (;;) {
        const { core, isDead } = await signedIn();
        const answer = await core.query(word, input, caller);
        if (isDead()) continue;
        if (!answer.ok) throw new Error(`${word} was refused: ${answer.refusal.code}`);
        return answer.value as OutputOf<Name>;
      }
    },

    /** What a watch shows now. */
    async see<Name extends WatchName>(word: Name): Promise<OutputOf<Name>> {
      for (;;) {
        const { core, isDead } = await signedIn();
        const watching = core.watch(word, {}, caller, neverStops);
        const { value: answer } = await watching.next();
        await watching.return(undefined);
        if (isDead()) continue;
        if (!answer?.ok) throw new Error(`${word} was refused: ${answer?.refusal.code}`);
        return answer.value as OutputOf<Name>;
      }
    },
  };
}
