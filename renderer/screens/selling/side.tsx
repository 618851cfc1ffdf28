import type { CartView } from '../../../shared/contract/selling.ts';
import type { Layout } from '../../../shared/contract/setup.ts';
import { outlookOf } from '../../../shared/domain/payment/outlook.ts';
import { useSteady } from '../../kit/steady.ts';
import { useWords, type Words } from '../../kit/words.tsx';
import { GoodsPanel } from './goods-panel.tsx';
import type { Mode } from './mode.ts';
import { Offer } from './offer.tsx';
import { PickPanel, type PickRow } from './pick-panel.tsx';
import { useLater } from './use-later.ts';
import type { Selling } from './use-selling.ts';
import type { WaitingSale } from './use-waiting.ts';

const asksMore: ReadonlySet<Mode['kind']> = new Set(['discount', 'open', 'create', 'price']);

/** The right side above the pad: quick keys, or whatever the scan line asks for now. */
export function Side({ cart, selling, layout }: { cart: CartView; selling: Selling; layout: Layout }) {
  const words = useWords();
  const { t } = words;
  const { mode, marks, picks, acts, offered } = selling;
  const pickGoods = useSteady(picks.goods);
  const openGoods = useSteady(acts.openGoods);
  const arrange = useSteady(selling.arranging.start);
  const later = useLater(asksMore.has(mode.kind));
  if (offered && selling.hasGoods) {
    return (
      <Offer offered={offered} due={cart.priced.due} onPay={acts.pay} onForget={selling.counter.forgetCode} />
    );
  }
  switch (mode.kind) {
    case 'held':
      return (
        <PickPanel
          title={t.selling.heldTitle}
          // Keys are named once there is something for them to choose.
          hint={selling.waiting.length > 0 ? t.selling.heldHint : '\u00a0'}
          rows={selling.waiting.map(sale => rowOf(sale, words))}
          at={marks.held.row}
          onPick={picks.held}
          empty={<p className="text-muted">{t.selling.heldNone}</p>}
        />
      );
    case 'discount':
      return (
        later && (
          <later.DiscountPanel
            target={mode.target}
            line={selling.counter.line}
            entry={selling.entry}
            onTarget={acts.target}
            onPick={picks.discount}
          />
        )
      );
    case 'open':
      return later && <later.OpenPanel name={mode.name} onName={acts.openName} />;
    case 'create':
      return later && <later.CreatePanel goods={mode} onCategory={acts.category} />;
    case 'price':
      return (
        later &&
        selling.counter.line && (
          <later.PricePanel
            line={selling.counter.line}
            entry={selling.entry}
            reason={mode.reason}
            onReason={acts.reason}
          />
        )
      );
    default:
      return selling.choice || selling.results ? (
        <Goods selling={selling} />
      ) : (
        <GoodsPanel
          onPick={pickGoods}
          onOpen={openGoods}
          onArrange={selling.arranging.may ? arrange : null}
          layout={layout}
        />
      );
  }
}

function rowOf(sale: WaitingSale, { t, format }: Words): PickRow {
  if ('held' in sale) {
    const { cart, label, others, pieces, by, heldAt, due } = sale.held;
    return {
      key: cart,
      title: label,
      ...(others.length > 0 ? { more: others.join(' · ') } : {}),
      note: t.selling.heldRow(pieces, by, format.time(heldAt)),
      figure: format.figures(due),
    };
  }
  const { cart, label, attempt, parkedAt, due } = sale.parked;
  const state = attempt ? outlookOf(attempt.state.name) : 'waiting';
  const told = attempt
    ? `${t.payments.wallets[attempt.wallet]} ${t.payments.states[attempt.state.name]}`
    : t.payments.parked.noCode;
  return {
    key: cart,
    title: label,
    note: t.payments.parked.row(told, format.time(parkedAt)),
    figure: format.figures(due),
    tone: state,
  };
}

function Goods({ selling }: { selling: Selling }) {
  const { t, format } = useWords();
  const { choice, question, results, goods, marks, picks } = selling;
  const similar = goods.filter(tile => tile.similar).length;
  const onlySimilar = similar > 0 && similar === goods.length;
  const title = onlySimilar
    ? t.selling.onlySimilar(results?.text ?? '')
    : t.selling.results(goods.length - similar, similar);
  const isPart = question?.outcome === 'choose' && question.part;
  const chooseTitle = isPart ? t.selling.choosePartTitle : t.selling.chooseTitle;
  return (
    <PickPanel
      title={choice ? chooseTitle : title}
      hint={
        goods.length === 0
          ? t.selling.noResultsHint
          : onlySimilar
            ? t.selling.similarHint
            : t.selling.resultsHint
      }
      rows={goods.map(tile => ({
        key: tile.item,
        title: tile.name,
        note: tile.code,
        ...(tile.similar ? { tag: t.selling.similar } : {}),
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
