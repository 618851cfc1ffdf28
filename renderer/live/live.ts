import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SaidAtStart } from '../../shared/contract/at-start.ts';
import { type Refusals, refusal } from '../../shared/contract/refusals.ts';
import type { AnswerOf, CommandName, InputOf, QueryName } from '../../shared/contract/words.ts';
import { no } from '../../shared/lib/result.ts';
import { type CommandQueue, commandQueue, connected } from './commands.ts';
import { type Watches, watchStores } from './watches.ts';
import { type Link, type Wire, WireLost } from './wire.ts';

/** Asks whoever may allow it for leave to say this with this input; null when nobody gave it. */
export type AskApproval = (wanted: Refusals['needs-approval'], input: unknown) => Promise<string | null>;

/** The page's end of the wire: the three verbs, typed by the words, and how the wire is. */
export type Live = {
  /** A command. It is counted once, whatever happens to the wire; a manager's leave is asked for where needed. */
  say<Name extends CommandName>(word: Name, input: InputOf<Name>): Promise<AnswerOf<Name>>;
  /** A question; asked again after a cut. */
  ask<Name extends QueryName>(word: Name, input: InputOf<Name>): Promise<AnswerOf<Name>>;
  readonly watches: Watches;
  readonly link: StoreApi<Link>;
  readonly unanswered: CommandQueue['unanswered'];
};

/** `said`: what watches have said before the wire is up. */
export function createLive(wire: Wire, askApproval: AskApproval, said?: SaidAtStart): Live {
  const commands = commandQueue(wire);
  const link = createStore<Link>(() => 'connecting');
  wire.onLink(now => link.setState(now, true));
  return {
    say: async (word, input) => {
      let answer = await commands.submit(word, input);
      // Leave for the word may be followed by leave for what it would do: that is told only then.
      while (!answer.ok && answer.refusal.code === 'needs-approval') {
        const approval = await askApproval(answer.refusal.params, input);
        if (approval === null) break;
        // A new command with a new id: the old id would only repeat its refusal.
        answer = await commands.submit(word, input, approval);
      }
      return answer as AnswerOf<typeof word>;
    },
    ask: async (word, input) => (await askUntilHeard(wire, word, input)) as AnswerOf<typeof word>,
    watches: watchStores(wire, said),
    link,
    unanswered: commands.unanswered,
  };
}

async function askUntilHeard(wire: Wire, word: string, input: unknown) {
  for (;;) {
    try {
      return await wire.query(word, input);
    } catch (error) {
      if (!(error instanceof WireLost)) return no(refusal('internal', { incident: 'page-query' }));
      await connected(wire);
    }
  }
}
