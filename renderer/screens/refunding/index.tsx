import { useCallback, useEffect, useState } from 'react';
import type { RefundView } from '../../../shared/contract/refunding.ts';
import { goTo, useNavigation } from '../../app/navigation.ts';
import { DoneStage } from './done-stage.tsx';
import { FindStage } from './find-stage.tsx';
import { PickStage } from './pick-stage.tsx';
import { useSaleSearch } from './use-sale-search.ts';
import { WhichStage } from './which-stage.tsx';
import { WithoutStage } from './without-stage.tsx';

/** Goods come back: the sale is found by its receipt, lines are picked, and the money goes where it came from. */
export function RefundingScreen() {
  const asked = useNavigation(state => state.receipt);
  const search = useSaleSearch();
  const [without, setWithout] = useState(false);
  const [done, setDone] = useState<RefundView | null>(null);
  const { look } = search;
  const find = useCallback(
    async (text: string) => {
      if (!(await look(text))) return;
      setDone(null);
      setWithout(false);
    },
    [look],
  );
  useEffect(() => {
    if (asked !== null) void find(asked);
  }, [asked, find]);

  const anew = () => {
    goTo('refunding');
    search.forget();
    setDone(null);
    setWithout(false);
  };
  if (done) return <DoneStage refund={done} onScan={find} onNext={anew} />;
  if (without) return <WithoutStage onBack={anew} onDone={setDone} />;
  const [found] = search.found;
  if (!found)
    return (
      <FindStage
        fault={search.fault}
        looking={search.looking}
        onFind={find}
        onWithout={() => setWithout(true)}
      />
    );
  if (search.found.length > 1)
    return <WhichStage found={search.found} onChoose={search.choose} onScan={find} onBack={anew} />;
  return <PickStage key={found.sale.id} found={found} onScan={find} onBack={anew} onDone={setDone} />;
}
