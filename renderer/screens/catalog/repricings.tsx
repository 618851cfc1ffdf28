import { useEffect, useState } from 'react';
import type { CatalogView, ComingRepricing, PriceChange } from '../../../shared/contract/catalog.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Scroll } from '../../kit/scroll.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';
import { PriceChangeRows } from './comparison-view.tsx';
import { MarkedRows } from './marked-rows.tsx';

/** Prices to come: when, how many, what was and will be; each repricing can be taken back before it begins. */
export function RepricingsDialog(props: { coming: CatalogView['coming']; onClose: () => void }) {
  const { t, format } = useWords();
  const words = t.catalog.repricings;
  const { onClose } = props;
  const repricings = useComing(props.coming);
  const [mark, setMark] = useState(0);
  const at = Math.min(mark, repricings.length - 1);
  const marked = repricings[at];
  const changes = useChanges(marked);
  const withdrawRepricing = useCommand('catalog.withdrawRepricing');
  const withdraw = async () => {
    if (!marked) return;
    const answer = await withdrawRepricing({ repricing: marked.repricing });
    if (answer.ok) toast({ tone: 'plain', title: words.withdrawn(format.dayTime(marked.starts)) });
  };
  useKeys({
    modal: true,
    keys: {
      up: () => setMark(Math.max(0, at - 1)),
      down: () => setMark(at + 1),
      remove: () => void withdraw(),
      back: onClose,
    },
  });
  return (
    <Dialog
      wide
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" disabled={!marked} onPress={() => void withdraw()}>
            {words.withdraw}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      {repricings.length === 0 && <p className="text-muted">{words.none}</p>}
      <MarkedRows
        className="max-h-[190px]"
        at={at}
        onMark={setMark}
        rows={repricings.map(({ repricing, starts, goods, fileName, by, at: planned }) => ({
          key: repricing,
          title: words.from(format.dayTime(starts)),
          note: `${fileName ?? words.byHand} · ${words.plannedBy(by, format.dayTime(planned))}`,
          figure: words.goods(goods),
        }))}
      />
      {marked && (
        <Scroll label={t.catalog.showPrices} className="max-h-[270px] rounded-till border border-line">
          {changes.length > 0 ? (
            <PriceChangeRows changes={changes} />
          ) : (
            <p className="p-4 text-muted">{words.noChange}</p>
          )}
        </Scroll>
      )}
    </Dialog>
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

function useChanges(marked: ComingRepricing | undefined): readonly PriceChange[] {
  const ask = useQuery('catalog.repricing');
  const [found, setFound] = useState<{ of: string; changes: readonly PriceChange[] } | null>(null);
  const of = marked?.repricing;
  useEffect(() => {
    if (!of) return;
    let here = true;
    void ask({ repricing: of }).then(answer => here && answer.ok && setFound({ of, changes: answer.value }));
    return () => {
      here = false;
    };
  }, [ask, of]);
  return found?.of === of ? (found?.changes ?? noChanges) : noChanges;
}
