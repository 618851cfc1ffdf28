import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goods, ringUp } from '../../../test/doubles/goods.ts';
import { anySale, saleOf } from '../../../test/doubles/sales.ts';
import type { LineId } from '../cart.ts';
import { isWeighed } from '../item.ts';
import { minor } from '../money.ts';
import { price } from '../pricing.ts';
import { pieces, quantity } from '../quantity.ts';
import type { Sale } from '../sale.ts';
import { taxRows } from '../tax.ts';
import { everythingLeft, type Mirrored, mirror, type Refunded, type RefundPick } from './mirror.ts';

const nothing: Refunded = new Map();
const line = (id: number, count: number): RefundPick => ({
  line: id as LineId,
  quantity: quantity(count),
  goods: 'stock',
});
function mirrored(sale: Sale, before: Refunded, picks: readonly RefundPick[]): Mirrored {
  const result = mirror(sale, before, picks);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
const faultOf = (sale: Sale, before: Refunded, picks: readonly RefundPick[]) => {
  const result = mirror(sale, before, picks);
  return result.ok ? null : result.refusal;
};

/** The sums of a sale that a refund has too. */
const sums = ({
  gross,
  lineDiscount,
  ticketDiscount,
  net,
  tax,
  rounding,
  total,
  pieces: count,
}: Mirrored) => ({
  gross,
  lineDiscount,
  ticketDiscount,
  net,
  tax,
  rounding,
  total,
  pieces: count,
});
const lineSums = ({ gross, lineDiscount, ticketShare, amount, net, tax }: Sale['lines'][number]) => [
  gross,
  lineDiscount,
  ticketShare,
  amount,
  net,
  tax,
];
const added = <T extends Record<string, number>>(all: T, more: T): T =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, value + more[key]!])) as T;

/** All of a sale, in parts that a customer could bring back one after the other. */
const anySplit = (sale: Sale): fc.Arbitrary<RefundPick[]> =>
  fc
    .tuple(
      ...sale.lines.map(({ id, unit, quantity: sold }) => {
        const step = isWeighed(unit) ? 1 : 1000;
        return fc.uniqueArray(fc.integer({ min: 0, max: sold / step }), { maxLength: 4 }).map(cuts => {
          const at = [...new Set([0, ...cuts, sold / step])].sort((a, b) => a - b);
          return at.slice(1).map((to, index) => line(id, (to - at[index]!) * step));
        });
      }),
    )
    .chain(all => fc.shuffledSubarray(all.flat(), { minLength: all.flat().length }));

/** Each pick as a refund of its own. */
function inTurn(sale: Sale, picks: readonly RefundPick[]): Mirrored[] {
  const before = new Map<LineId, RefundPick['quantity']>();
  return picks.map(pick => {
    const refund = mirrored(sale, before, [pick]);
    before.set(pick.line, quantity((before.get(pick.line) ?? 0) + pick.quantity));
    return refund;
  });
}

describe('a refund', () => {
  test('of everything is minus the sale in every sum, every line and every tax rate', () => {
    fc.assert(
      fc.property(anySale, sale => {
        const refund = mirrored(sale, nothing, everythingLeft(sale, nothing, 'stock'));
        expect(sums(refund)).toEqual(sums(sale as unknown as Mirrored));
        expect(refund.taxRows).toEqual(sale.taxRows);
        expect(refund.lines).toEqual(
          sale.lines.map(each => ({ ...each, sold: each.quantity, goods: 'stock' })),
        );
      }),
    );
  });

  test('in any parts, in any order, ends to the fen at minus the sale', () => {
    fc.assert(
      fc.property(
        anySale.chain(sale => anySplit(sale).map(picks => ({ sale, picks }))),
        ({ sale, picks }) => {
          const refunds = inTurn(sale, picks);
          expect(refunds.map(sums).reduce(added)).toEqual(sums(sale as unknown as Mirrored));
          const lines = refunds.flatMap(refund => refund.lines);
          expect(taxRows(lines)).toEqual(sale.taxRows);
          for (const sold of sale.lines) {
            const back = lines.filter(each => each.id === sold.id).map(lineSums);
            expect(
              back.reduce((all, more) => all.map((value, at) => value + more[at]!) as typeof all),
            ).toEqual(lineSums(sold));
          }
        },
      ),
    );
  });

  test('never has a part below nothing, and each of its lines adds up', () => {
    fc.assert(
      fc.property(
        anySale.chain(sale => anySplit(sale).map(picks => ({ sale, picks }))),
        ({ sale, picks }) => {
          for (const refund of inTurn(sale, picks)) {
            expect(refund.total).toBeGreaterThanOrEqual(0);
            expect(refund.total).toBe(refund.net + refund.tax + refund.rounding);
            for (const each of refund.lines) {
              expect(Math.min(...lineSums(each))).toBeGreaterThanOrEqual(0);
              expect(each.gross - each.lineDiscount - each.ticketShare).toBe(each.amount);
            }
          }
        },
      ),
    );
  });

  test('of a weighing worth a few fen, brought back gram by gram, takes nothing from the customer', () => {
    const few = fc.record({
      grams: fc.integer({ min: 2, max: 60 }),
      price: fc.integer({ min: 1, max: 500 }),
      rate: fc.constantFrom(130, 1000, 2500),
      off: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(few, ({ grams, price: perKilo, rate, off }) => {
        const tea = goods('tea', perKilo, { unit: 'kg', taxPermille: rate });
        const rung = { item: tea, quantity: quantity(grams), discount: null };
        const priced = price(ringUp([rung], { kind: 'share', permilleOff: off }), { taxMode: 'inclusive' });
        const sale = saleOf(priced, 'inclusive');
        const picks = Array.from({ length: grams }, () => line(1, 1));
        for (const refund of inTurn(sale, picks)) {
          const [each] = refund.lines;
          expect(Math.min(...lineSums(each!))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('in one go or line by line in one go comes to the same', () => {
    fc.assert(
      fc.property(
        anySale.chain(sale => anySplit(sale).map(picks => ({ sale, picks }))),
        ({ sale, picks }) => {
          expect(sums(mirrored(sale, nothing, picks))).toEqual(sums(sale as unknown as Mirrored));
        },
      ),
    );
  });

  test('gives for each of three at 3.50 exactly 3.50, however the tax falls', () => {
    const cart = ringUp([{ item: goods('1', 350), quantity: pieces(3), discount: null }], null);
    const sale = saleOf(price(cart, { taxMode: 'inclusive' }), 'inclusive');
    const refunds = inTurn(sale, [line(1, 1000), line(1, 1000), line(1, 1000)]);
    expect(refunds.map(refund => refund.total)).toEqual([350, 350, 350]);
  });

  test('is refused where more comes back than was sold, nothing does, or half a piece', () => {
    const cart = ringUp([{ item: goods('1', 250), quantity: pieces(2), discount: null }], null);
    const sale = saleOf(price(cart, { taxMode: 'inclusive' }), 'inclusive');
    const back = new Map([[1 as LineId, pieces(1)]]);
    expect(faultOf(sale, nothing, [])).toEqual({ code: 'nothing-picked' });
    expect(faultOf(sale, nothing, [line(7, 1000)])).toEqual({ code: 'no-such-line' });
    expect(faultOf(sale, nothing, [line(1, 500)])?.code).toBe('quantity-not-whole');
    expect(faultOf(sale, back, [line(1, 2000)])).toEqual({
      code: 'more-than-sold',
      name: 'goods 1',
      left: 1000,
    });
    expect(faultOf(sale, back, [line(1, 1000), line(1, 1000)])?.code).toBe('more-than-sold');
  });
});

describe('what went wrong elsewhere', () => {
  const sell = (price_: number, count: number, off: number, more = {}) =>
    price(
      ringUp(
        [{ item: goods('1', price_, more), quantity: pieces(count), discount: null }],
        off === 0 ? null : { kind: 'amount', off: minor(off) },
      ),
      { taxMode: 'inclusive' },
    );

  test('odoo#96721, #108859, #161564, #61466: sold for 7.00 after rounding, 7.00 goes back, not 8.00', () => {
    const down = saleOf(sell(750, 1, 0), 'inclusive', minor(-50));
    expect(down.total).toBe(700);
    expect(mirrored(down, nothing, [line(1, 1000)])).toMatchObject({ rounding: -50, total: 700 });
    const up = saleOf(sell(698, 1, 0), 'inclusive', minor(2));
    expect(mirrored(up, nothing, [line(1, 1000)])).toMatchObject({ rounding: 2, total: 700 });
  });

  test('POS-Awesome-V15#2246, POSNext#112: 145 paid for three after a discount is 145 back, not 435', () => {
    const sale = saleOf(sell(14_500, 3, 29_000), 'inclusive');
    expect(sale.total).toBe(14_500);
    expect(mirrored(sale, nothing, [line(1, 3000)]).total).toBe(14_500);
    expect(mirrored(sale, nothing, [line(1, 1000)]).total).toBeLessThanOrEqual(4_834);
  });

  test('erpnext#30627: 2600 were handed over for 2584; 2584 goes back', () => {
    const sale = saleOf(sell(258_400, 1, 0), 'inclusive', minor(0), 1_600);
    expect(sale.tenders[0]).toMatchObject({ given: 260_000, change: 1_600 });
    expect(mirrored(sale, nothing, [line(1, 1000)]).total).toBe(258_400);
  });

  test('OCA/pos#587: the tax that was sold goes back, whatever the rate is today', () => {
    const sale = saleOf(sell(11_700, 1, 0, { taxPermille: 170 }), 'inclusive');
    expect(mirrored(sale, nothing, [line(1, 1000)])).toMatchObject({
      net: 10_000,
      tax: 1_700,
      taxRows: [{ permille: 170, net: 10_000, tax: 1_700 }],
    });
  });

  test('erpnext#24259, itpp-labs/pos-addons#864: of two sold, three never come back', () => {
    const sale = saleOf(sell(250, 2, 0), 'inclusive');
    expect(faultOf(sale, nothing, [line(1, 3000)])).toMatchObject({ code: 'more-than-sold', left: 2000 });
    const [first] = inTurn(sale, [line(1, 1000)]);
    expect(first?.total).toBe(250);
    expect(faultOf(sale, new Map([[1 as LineId, pieces(1)]]), [line(1, 2000)])).toMatchObject({ left: 1000 });
  });
});
