import { expect, test } from 'vitest';
import type { LineId } from '../cart.ts';
import type { ItemId } from '../item.ts';
import { minor } from '../money.ts';
import { quantity } from '../quantity.ts';
import { type HandOverColumn, handOver, handOverColumns, type InvoiceToIssue } from './hand-over.ts';
import type { InvoiceLine } from './lines.ts';

const words = {
  columns: Object.fromEntries(handOverColumns.map(column => [column, column])) as Record<
    HandOverColumn,
    string
  >,
  unit: (unit: string) => unit,
  date: () => '2026-11-28',
};
const line = (name: string, taxCode = '1030307010000000000'): InvoiceLine => ({
  id: 1 as LineId,
  item: 'i1' as ItemId,
  name,
  taxCode,
  quantity: quantity(2000),
  unit: 'piece',
  taxPermille: 130,
  net: minor(442),
  tax: minor(58),
});
const request = (more: Partial<InvoiceToIssue> = {}): InvoiceToIssue => ({
  sale: 1,
  receipt: '1-000001',
  at: 0,
  currency: 'CNY',
  training: false,
  buyer: { kind: 'company', title: '惠民公司', taxNumber: '9144030071526726XG', email: '', phone: '' },
  lines: [line('可口可乐')],
  ...more,
});

test('the service gets a row per line, with all it needs to issue the invoice', () => {
  const { csv, invoices, problems } = handOver([request()], words);
  expect(csv.split('\r\n')).toEqual([
    '\ufeff"receipt","date","title","taxNumber","taxCode","name","quantity","unit","unitPrice","net","taxRate","tax"',
    '"1-000001","2026-11-28","惠民公司","9144030071526726XG","1030307010000000000","可口可乐","2","piece","2.21","4.42","13%","0.58"',
    '',
  ]);
  expect([invoices, problems]).toEqual([1, []]);
});

test('goods without a tax code keep their whole invoice back, and are named', () => {
  const lacking = request({ receipt: '1-000002', lines: [line('可口可乐'), line('散装花生', '')] });
  const { csv, invoices, problems } = handOver([lacking, request()], words);
  expect(csv).not.toContain('1-000002');
  expect([invoices, problems]).toEqual([
    1,
    [{ receipt: '1-000002', reason: 'no-tax-code', goods: '散装花生' }],
  ]);
});

test('practice sales and erased buyers are never handed over, and are named', () => {
  const { invoices, problems } = handOver([request({ training: true }), request({ buyer: null })], words);
  expect([invoices, problems.map(({ reason }) => reason)]).toEqual([0, ['practice', 'buyer-erased']]);
});

test('no title or name runs as a formula in a spreadsheet', () => {
  const buyer = { kind: 'person', title: '=1+1', taxNumber: '', email: '', phone: '' } as const;
  const { csv } = handOver([request({ buyer, lines: [line('@SUM(1)')] })], words);
  expect(csv).toContain(`"'=1+1"`);
  expect(csv).toContain(`"'@SUM(1)"`);
});
