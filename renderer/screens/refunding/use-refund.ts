import { useMemo, useState } from 'react';
import type { RefundableSale } from '../../../shared/contract/refunding.ts';
import type { LineId } from '../../../shared/domain/cart.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import { isLabelOf } from '../../../shared/domain/labels/sold.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { one, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { leftOf, mirror, type RefundPick } from '../../../shared/domain/refunding/mirror.ts';
import { planBack } from '../../../shared/domain/refunding/plan.ts';
import { useLive } from '../../live/index.tsx';

type Picks = ReadonlyMap<LineId, RefundPick>;

/** What is picked of a sale, and to the fen what a refund of it will be: the core decides by the same functions. */
export function useRefund({ sale, till, refunded, tenders }: RefundableSale) {
  const before = useMemo(() => new Map(refunded.map(({ line, quantity: back }) => [line, back])), [refunded]);
  const rows = sale.lines.map(line => ({ line, left: leftOf(line, before) }));
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex(row => row.left > 0),
    ),
  );
  const [picks, setPicks] = useState<Picks>(new Map());
  // What a wallet paid at another till does not go back through it from here.
  const [cash, setCash] = useState(till !== null && tenders.some(({ tender }) => tender.kind === 'code'));
  const row = rows[at]!;
  const labelRules = useLive('setup.state')?.labelRules ?? [];
  const isScanOf = (line: PricedLine, text: string) =>
    line.code === text || isLabelOf(line, labelRules, text);

  const put = (line: LineId, count: number, goods = picks.get(line)?.goods ?? 'stock') =>
    setPicks(now => {
      const next = new Map(now);
      if (count > 0) next.set(line, { line, quantity: quantity(count), goods });
      else next.delete(line);
      return next;
    });
  const put1 = ({ line, left }: (typeof rows)[number], count: number) =>
    put(line.id, Math.min(Math.max(count, 0), left));
  const money = mirror(sale, before, [...picks.values()]);
  const plan = money.ok ? planBack(money.value.total, tenders, cash) : null;
  const hasAll = rows.every(({ line, left }) => (picks.get(line.id)?.quantity ?? 0) === left);

  return {
    rows,
    at,
    row,
    picks,
    cash,
    money: money.ok ? money.value : null,
    plan,
    choose: setAt,
    move: (by: number) => setAt(now => Math.max(0, Math.min(now + by, rows.length - 1))),
    /** The whole of what is left of this line; again, nothing. */
    toggle: (index: number) => {
      const each = rows[index]!;
      setAt(index);
      put1(each, picks.has(each.line.id) ? 0 : each.left);
    },
    take: () => put1(row, row.left),
    drop: () => put1(row, 0),
    setQuantity: (count: Quantity) => put1(row, count),
    all: () => {
      for (const each of rows) put1(each, hasAll ? 0 : each.left);
    },
    turnGoods: () => {
      const pick = picks.get(row.line.id);
      if (pick) put(row.line.id, pick.quantity, pick.goods === 'stock' ? 'written-off' : 'stock');
    },
    turnCash: () => setCash(now => !now),
    /** Goods that are scanned are picked, one more each time; false where they are not of this sale. */
    scanGoods: (text: string): boolean => {
      const index = rows.findIndex(
        each => isScanOf(each.line, cleanScan(text).text) && more(each, picks) > 0,
      );
      const each = rows[index];
      if (!each) return false;
      setAt(index);
      // A package with a label comes back as a whole.
      const whole = isWeighed(each.line.unit) || each.line.label !== undefined;
      put1(each, (picks.get(each.line.id)?.quantity ?? 0) + (whole ? each.left : one));
      return true;
    },
  };
}

const more = ({ line, left }: { line: PricedLine; left: Quantity }, picks: Picks): number =>
  left - (picks.get(line.id)?.quantity ?? 0);

export type Refunding = ReturnType<typeof useRefund>;
