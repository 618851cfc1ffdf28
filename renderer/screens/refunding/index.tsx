import { useCallback, useEffect, useState } from 'react';
import type { RefundableSale, RefundView } from '../../../shared/contract/refunding.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { play } from '../../app/earcons.ts';
import { goTo, useNavigation } from '../../app/navigation.ts';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';
import { DoneStage } from './done-stage.tsx';
import { FindStage } from './find-stage.tsx';
import { PickStage } from './pick-stage.tsx';
import { WithoutStage } from './without-stage.tsx';

/** Goods come back: the sale is found by its receipt, lines are picked, and the money goes where it came from. */
export function RefundingScreen() {
  const { t, format } = useWords();
  const asked = useNavigation(state => state.receipt);
  const query = useQuery('refunding.sale');
  const [found, setFound] = useState<RefundableSale | null>(null);
  const [fault, setFault] = useState<Sentence | null>(null);
  const [without, setWithout] = useState(false);
  const [done, setDone] = useState<RefundView | null>(null);
  const look = useCallback(
    async (text: string) => {
      const answer = await query({ text });
      play(answer.ok ? 'ok' : 'error');
      setFault(answer.ok ? null : explain(answer.refusal, t, format));
      if (!answer.ok) return;
      setDone(null);
      setWithout(false);
      setFound(answer.value);
    },
    [query, t, format],
  );
  useEffect(() => {
    if (asked !== null) void look(asked);
  }, [asked, look]);

  const anew = () => {
    goTo('refunding');
    setFound(null);
    setDone(null);
    setWithout(false);
  };
  if (done) return <DoneStage refund={done} onScan={look} onNext={anew} />;
  if (without) return <WithoutStage onBack={anew} onDone={setDone} />;
  if (!found) return <FindStage fault={fault} onFind={look} onWithout={() => setWithout(true)} />;
  return <PickStage key={found.sale.id} found={found} onScan={look} onBack={anew} onDone={setDone} />;
}
