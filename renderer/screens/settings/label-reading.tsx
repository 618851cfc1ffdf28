import { type ReactNode, useEffect, useState } from 'react';
import type { GoodsTile } from '../../../shared/contract/selling.ts';
import { type LabelReading, readLabel } from '../../../shared/domain/labels/read.ts';
import type { LabelRule } from '../../../shared/domain/labels/rule.ts';
import { soldByLabel } from '../../../shared/domain/labels/sold.ts';
import { grossOf } from '../../../shared/domain/pricing.ts';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';

/** What one rule makes of a label: `before` is the place of an earlier rule that reads it first, and counts. */
export function ReadByRule(props: { rule: LabelRule; text: string; before: number | null }) {
  const { t } = useWords();
  const words = t.labels;
  const reading = readLabel([props.rule], props.text);
  if (reading === null) return <p className="text-muted">{words.fitsNot}</p>;
  if (reading === 'check-digit-wrong')
    return <p className="font-medium text-red">{`✕ ${words.checkWrong}`}</p>;
  return (
    <div>
      <Reading reading={reading} />
      {props.before !== null && <p className="text-note text-amber">△ {words.before(props.before)}</p>}
    </div>
  );
}

function Reading({ reading }: { reading: LabelReading }) {
  const { t, format } = useWords();
  const words = t.labels;
  const tiles = useGoodsUnder(reading.plu);
  const { plu, amount, measured } = reading;
  const counted = tiles?.[0]?.unit === 'piece';
  return (
    <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
      <Figure label={words.plu}>{plu}</Figure>
      {amount !== undefined && <Figure label={words.amount}>{format.amount(amount)}</Figure>}
      {measured && counted && <Figure label={words.count}>{measured.count}</Figure>}
      {measured && !counted && <Figure label={words.weight}>{words.grams(measured.grams)}</Figure>}
      {tiles && tiles.length !== 1 && (
        <span className="text-amber">
          △ {tiles.length === 0 ? words.noGoods : words.several(tiles.length)}
        </span>
      )}
      {tiles?.length === 1 && <Line tile={tiles[0]!} reading={reading} />}
    </dl>
  );
}

/** The goods, and what their line would come to in a cart. */
function Line({ tile, reading }: { tile: GoodsTile; reading: LabelReading }) {
  const { t, format } = useWords();
  const words = t.labels;
  const sold = soldByLabel(tile, reading);
  if (!sold.ok) return <span className="text-amber">△ {words.empty}</span>;
  const { quantity, stamped, nowWorth } = sold.value;
  const sum = grossOf({ unitPrice: tile.price, quantity, stamped });
  return (
    <>
      <Figure label={words.goods}>{tile.name}</Figure>
      <Figure label={words.sum}>{format.amount(sum)}</Figure>
      <span className="text-legend text-muted">
        {format.quantity(quantity, tile.unit)} × {format.unitPrice(tile.price, tile.unit)}
      </span>
      {nowWorth !== undefined && (
        <span className="text-amber">△ {words.byPrice(format.figures(nowWorth))}</span>
      )}
    </>
  );
}

const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-baseline gap-2">
    <dt className="text-legend text-muted">{label}</dt>
    <dd className="font-semibold tabular-nums">{children}</dd>
  </div>
);

/** The goods of an item code; null until the till has answered. */
function useGoodsUnder(plu: string): readonly GoodsTile[] | null {
  const read = useQuery('selling.readCode');
  const [found, setFound] = useState<{
    readonly plu: string;
    readonly tiles: readonly GoodsTile[];
  } | null>(null);
  useEffect(() => {
    let wanted = true;
    void read({ text: plu }).then(answer => {
      if (!wanted || !answer.ok) return;
      setFound({ plu, tiles: answer.value.kind === 'goods' ? answer.value.items : [] });
    });
    return () => {
      wanted = false;
    };
  }, [plu, read]);
  return found?.plu === plu ? found.tiles : null;
}
