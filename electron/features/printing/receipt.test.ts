import { expect, test } from 'vitest';
import { minor } from '../../../shared/domain/money.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import type { Sale, Tender } from '../../../shared/domain/sale.ts';
import { receiptWords } from '../../../shared/i18n/receipt.ts';
import { goods, ringUp } from '../../../test/doubles/goods.ts';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { saleOf } from '../../../test/doubles/sales.ts';
import { generic80 } from '../../devices/printers/models/generic-80/model.ts';
import { developPaper, renderDocument } from '../../devices/printers/render.ts';
import { receiptDocument } from './receipt.ts';

const cart = ringUp([{ item: goods('cola', 1_150), quantity: pieces(1), discount: null }], null);
const soldWith = (rounding: number, of = cart) =>
  saleOf(price(of, { taxMode: 'inclusive' }), 'inclusive', minor(rounding));
const receiptWith = (rounding: number, of = cart) => receiptOf(soldWith(rounding, of));
const receiptOf = (sale: Sale) =>
  paperLines(
    developPaper(
      renderDocument(
        receiptDocument(
          sale,
          {
            words: receiptWords['zh-CN'],
            shop: { name: '惠民便利', branch: '', address: '', phone: '' },
            cashier: '李敏',
            tillLabel: '1',
            copy: 1,
            timeText: () => '2026-11-28 14:03',
            invoiceUrl: '',
            dateText: () => '2026-11-28',
          },
          'c0ffee00'.repeat(8),
        ),
        generic80,
      ),
      generic80,
    ),
  );

test('what was rounded off stands on the receipt as a line of its own, above what was due', () => {
  const lines = receiptWith(-50);
  const at = lines.findIndex(line => line.startsWith('抹零'));
  expect(lines[at]).toMatch(/^抹零 +-￥0\.50$/);
  expect(lines[at + 1]).toMatch(/^应收 +￥11\.00$/);
});

test('where nothing was rounded nothing is said of it', () => {
  expect(receiptWith(0).join('\n')).not.toContain('抹零');
});

test('change stands on the receipt of whoever paid in cash, and on no other', () => {
  const sold = soldWith(0);
  expect(receiptOf(sold).join('\n')).toMatch(/找零 +￥0\.00/);
  const sums = { amount: sold.total, given: sold.total, change: minor(0) };
  const ownCode: Tender = { id: 'code-1', kind: 'store-code', ...sums, heard: '' };
  expect(receiptOf({ ...sold, tenders: [ownCode] }).join('\n')).not.toContain('找零');
});

test('a sum that the scale printed stands as that, where weight times price makes another', () => {
  const pork = goods('pork', 2_580, { unit: 'kg' });
  const printed = (stamped: number) =>
    receiptWith(
      0,
      ringUp([{ item: pork, quantity: quantity(512), discount: null, stamped: minor(stamped) }], null),
    ).join('\n');
  expect(printed(1_299)).toMatch(/0\.512kg 按秤签 +￥12\.99/);
  expect(printed(1_321)).toMatch(/0\.512kg × ￥25\.80 +￥13\.21/);
});
