import type { AttemptView } from '../../../shared/contract/paying.ts';
import type { Sentence } from '../../../shared/i18n/index.ts';
import { Notice, type NoticeTone } from '../../kit/notice.tsx';
import { useWords, type Words } from '../../kit/words.tsx';

/** What became of the last try, above the next one: what is, then what to do. */
export function LastAttempt({ attempt }: { attempt: AttemptView }) {
  const told = tell(attempt, useWords());
  return (
    <Notice tone={told.tone} title={told.what} className="max-[1200px]:py-2">
      {told.todo}
    </Notice>
  );
}

function tell(attempt: AttemptView, { t, format }: Words): Sentence & { tone: NoticeTone } {
  const { state, wallet, amount, wanted } = attempt;
  const { last } = t.paying;
  switch (state.name) {
    case 'paid':
      return { tone: 'green', ...last.paid(wallet, format.amount(amount)) };
    case 'declined':
      return { tone: 'red', ...last.declined(wallet, state.reason) };
    case 'not-sent':
      return { tone: 'red', ...last.notSent(wallet, state.why) };
    case 'refunded':
      return { tone: 'amber', ...last.refunded(wallet) };
    case 'cancelled':
      return { tone: 'amber', ...last.cancelled(wallet) };
    default:
      // A try that is still wanted has a stage of its own.
      return { tone: wanted ? 'plain' : 'amber', ...last.givenUp(wallet) };
  }
}
