import { useEffect, useState } from 'react';
import type { CatalogView, ComingRepricing, PriceChange } from '../../../shared/contract/catalog.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';
import { PriceChangeRows } from './comparison-view.tsx';
import { RemovableRows } from './removable-rows.tsx';

/** Prices to come: when, how many, what was and will be; each repricing can be taken back before it begins. */
export function RepricingsDialog(props: { coming: CatalogView['coming']; onClose: () => void }) {
  const { t, format } = useWords();
  const words = t.catalog.repricings;
  const repricings = useComing(props.coming);
  const withdrawRepricing = useCommand('catalog.withdrawRepricing');
  const withdraw = async ({ repricing, starts }: ComingRepricing) => {
    const answer = await withdrawRepricing({ repricing });
    if (answer.ok) toast({ tone: 'plain', title: words.withdrawn(format.dayTime(starts)) });
  };
  return (
    <RemovableRows
      title={words.title}
      lead={repricings.length === 0 && words.none}
      of={repricings}
      rowsClass="max-h-[190px]"
      row={({ repricing, starts, goods, fileName, by, at: planned }) => ({
        key: repricing,
        title: words.from(format.dayTime(starts)),
        note: `${fileName ?? words.byHand} · ${words.plannedBy(by, format.dayTime(planned))}`,
        figure: words.goods(goods),
      })}
      remove={words.withdraw}
      onRemove={marked => void withdraw(marked)}
      onClose={props.onClose}
      detail={marked => <Changes of={marked.repricing} />}
    />
  );
}

/** Which prices, and what they were. */
function Changes({ of }: { of: string }) {
  const { t } = useWords();
  const changes = useChanges(of);
  return (
    <Scroll label={t.catalog.showPrices} className="max-h-[270px] rounded-till border border-line">
      {changes.length > 0 ? (
        <PriceChangeRows changes={changes} />
      ) : (
        <p className="p-4 text-muted">{t.catalog.repricings.noChange}</p>
      )}
    </Scroll>
  );
}

/** Asked for anew whenever their number or the next moment is another one. */
function useComing({ count, next }: CatalogView['coming']): readonly ComingRepricing[] {
  const ask = useQuery('catalog.repricings');
  const [repricings, setRepricings] = useState<readonly ComingRepricing[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say that the list is another one.
  useEffect(() => {
    let here = true;
    void ask({}).then(answer => here && answer.ok && setRepricings(answer.value));
    return () => {
      here = false;
    };
  }, [ask, count, next]);
  return repricings;
}

const noChanges: readonly PriceChange[] = [];

function useChanges(of: string): readonly PriceChange[] {
  const ask = useQuery('catalog.repricing');
  const [found, setFound] = useState<{ of: string; changes: readonly PriceChange[] } | null>(null);
  useEffect(() => {
    let here = true;
    void ask({ repricing: of }).then(answer => here && answer.ok && setFound({ of, changes: answer.value }));
    return () => {
      here = false;
    };
  }, [ask, of]);
  return found?.of === of ? found.changes : noChanges;
}
