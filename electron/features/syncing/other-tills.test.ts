import fc from 'fast-check';
import { expect, test } from 'vitest';
import { price } from '../../../shared/domain/pricing.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import type { Json } from '../../../shared/lib/canonical.ts';
import { paperTill } from '../../../test/conformance/uplinks/paper-till.ts';
import { cartOf, goods } from '../../../test/doubles/goods.ts';
import { anySale, saleOf } from '../../../test/doubles/sales.ts';
import type { SaleAnswer, Uplink } from '../../uplinks/uplink.ts';
import { otherTills } from './other-tills.ts';

const seller = paperTill('till-a');
/** What a gateway holds of this sale. */
const held = (sale: Sale, more: object = {}) => ({
  label: '1',
  record: seller.addSale(sale as unknown as Json),
  goodsBack: [
    { till: 'till-b', line: 1, quantity: 1000 },
    { till: 'till-c', line: 1, quantity: 500 },
  ],
  moneyBack: [{ till: 'till-c', tender: 'cash-1', amount: 100 }],
  ...more,
});
/** What till B makes of an answer. */
const hear = (answer: SaleAnswer) =>
  otherTills('till-b', () => ({ sale: async () => answer }) as unknown as Uplink).look('1-000123');
const told = (...sales: unknown[]) => hear({ kind: 'held', sales });
const sale = saleOf(price(cartOf([goods('1', 250), pieces(2)]), { taxMode: 'inclusive' }), 'inclusive');

test('a sale is read whole, whatever another till can have sold', async () => {
  await fc.assert(
    fc.asyncProperty(anySale, async any => {
      expect(await told(held(any))).toMatchObject([{ till: { id: 'till-a', label: '1' }, sale: any }]);
    }),
  );
});

test('of what came back, only that at other tills counts: its own this till knows better', async () => {
  expect(await told(held(sale))).toMatchObject([
    { goodsBack: [{ line: 1, quantity: 500 }], moneyBack: [{ tender: 'cash-1', amount: 100 }] },
  ]);
});

test.each<[string, () => unknown]>([
  [
    'whose row is not the one its hash was taken of',
    () => {
      const { record, ...rest } = held(sale);
      return { ...rest, record: { ...record, at: record.at + 1 } };
    },
  ],
  ['whose sums do not hold', () => held({ ...sale, tax: sale.tax + 1 } as Sale)],
  ['of another receipt', () => held({ ...sale, receipt: '1-000124' })],
  ['without lines', () => held({ ...sale, lines: [] })],
  ['that is none', () => ({ sale: 'gone wrong' })],
])('a sale %s is not believed, and makes the whole answer unclear', async (_what, answer) => {
  expect(await told(held(sale), answer())).toBe('unclear');
});

test('no answer proves nothing', async () => {
  expect(await hear({ kind: 'unreachable', reason: 'timeout' })).toBe('not-asked');
  expect(await hear({ kind: 'refused', reason: 'too-often' })).toBe('not-asked');
  expect(await hear({ kind: 'unknown-till' })).toBe('not-asked');
  expect(await otherTills('till-b', () => null).look('1-000123')).toBe('not-asked');
  expect(await told()).toEqual([]);
});
