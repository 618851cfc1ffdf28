import { useSteady } from '../../kit/steady.ts';
import { useWords } from '../../kit/words.tsx';
import { DiscountPanel } from './discount-panel.tsx';
import { GoodsPanel } from './goods-panel.tsx';
import { PickPanel } from './pick-panel.tsx';
import type { Selling } from './use-selling.ts';

/** The right side above the pad: quick keys, or whatever the scan line asks for now. */
export function Side({ selling }: { selling: Selling }) {
  const { t, format } = useWords();
  const { mode, marks, picks, acts } = selling;
  const pickGoods = useSteady(picks.goods);
  switch (mode.kind) {
    case 'held':
      return (
        <PickPanel
          title={t.selling.heldTitle}
          hint={t.selling.heldHint}
          rows={selling.held.map(({ cart, label, pieces, by, heldAt, due }) => ({
            key: cart,
            title: label,
            note: t.selling.heldRow(pieces, by, format.time(heldAt)),
            figure: format.figures(due),
          }))}
          at={marks.held.row}
          onPick={picks.held}
          empty={<p className="text-muted">{t.selling.heldNone}</p>}
        />
      );
    case 'discount':
      return (
        <DiscountPanel
          target={mode.target}
          lineName={selling.counter.line?.name ?? null}
          onTarget={acts.target}
          onPick={picks.discount}
        />
      );
    default:
      return selling.choice || selling.results ? (
        <Goods selling={selling} />
      ) : (
        <GoodsPanel onPick={pickGoods} />
      );
  }
}

function Goods({ selling }: { selling: Selling }) {
  const { t, format } = useWords();
  const { choice, results, goods, marks, picks } = selling;
  return (
    <PickPanel
      title={choice ? t.selling.chooseTitle : t.selling.results(goods.length)}
      hint={t.selling.resultsHint}
      rows={goods.map(tile => ({
        key: tile.item,
        title: tile.name,
        note: tile.code,
        figure: format.unitPrice(tile.price, tile.unit),
      }))}
      at={marks.goods.row}
      onPick={index => picks.goods(goods[index])}
      empty={
        <>
          <p className="text-lead">{t.selling.noResults(results?.text ?? '')}</p>
          <p className="text-legend text-muted">{t.selling.noResultsTodo}</p>
        </>
      }
    />
  );
}
