import { useState } from 'react';
import type { PrintJobView } from '../../../shared/contract/printing.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { sayReason, titleOf } from './job-words.ts';
import { UncertainPrints } from './uncertain-prints.tsx';

/** Why the newest receipt has not come out and what to do; the customer is still there, so it is said at once. */
export function PrintTrouble({ newest }: { newest: PrintJobView | undefined }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  if (!newest || (newest.state !== 'blocked' && newest.state !== 'failed' && newest.state !== 'uncertain')) {
    return null;
  }
  const reason = newest.reason === null ? null : sayReason(newest.reason, t);
  const uncertain = newest.state === 'uncertain';
  return (
    <aside aria-label={t.printing.paper} className="flex flex-col gap-3">
      <Notice
        tone={newest.state === 'failed' ? 'red' : 'amber'}
        title={`${titleOf(newest, t)} · ${reason?.what ?? t.printing.states[newest.state]}`}
      >
        {reason?.todo}
      </Notice>
      {uncertain && (
        <Button tone="amber" size="tender" onPress={() => setAsking(true)}>
          {t.printing.uncertain.title}
        </Button>
      )}
      {uncertain && asking && <UncertainPrints job={newest} onClose={() => setAsking(false)} />}
    </aside>
  );
}
