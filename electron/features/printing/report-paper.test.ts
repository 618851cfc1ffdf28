import { expect, test } from 'vitest';
import type { ReportView } from '../../../shared/contract/shifts.ts';
import type { BusinessDay } from '../../../shared/domain/business-day.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { ShiftId, StaffId } from '../../../shared/domain/sale.ts';
import { type Closing, shiftReport } from '../../../shared/domain/shift/report.ts';
import { emptyTally, type Tally } from '../../../shared/domain/shift/tally.ts';
import { receiptWords, shiftReportWords } from '../../../shared/i18n/receipt.ts';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { generic58 } from '../../devices/printers/models/generic-58/model.ts';
import { generic80 } from '../../devices/printers/models/generic-80/model.ts';
import { developPaper, renderDocument } from '../../devices/printers/render.ts';
import { enOn80, zhOn58 } from './report-paper.golden.ts';
import { reportDocument } from './report-paper.ts';

const of = (count: number, amount: number) => ({ count, amount: minor(amount) });
const li = 'li' as StaffId;
const tally: Tally = {
  ...emptyTally,
  sales: of(3, 10_550),
  pieces: 7,
  gross: minor(11_000),
  lineDiscount: minor(300),
  ticketDiscount: minor(150),
  refunds: of(1, 550),
  taxRows: [{ permille: 130, net: minor(8_850), tax: minor(1_150) }],
  tenders: [
    { kind: 'cash', wallet: null, channel: null, taken: of(2, 6_550), back: of(1, 550) },
    { kind: 'code', wallet: 'alipay', channel: 'jeepay', taken: of(1, 4_000), back: of(0, 0) },
  ],
  cashiers: [{ staff: li, sales: of(3, 10_550), refunds: of(1, 550) }],
  cash: {
    ...emptyTally.cash,
    float: of(1, 20_000),
    sale: of(2, 10_000),
    change: of(1, 3_450),
    refund: of(1, 550),
    drop: of(1, 5_000),
    'no-sale': of(1, 0),
  },
  removedLines: of(1, 250),
  firstReceipt: '1-000001',
  lastReceipt: '1-000003',
};
const closing: Closing = {
  z: 12,
  closedAt: 2,
  first: { counted: minor(20_000), faces: null, by: li },
  second: { counted: minor(20_500), faces: null, by: li },
  leftAsFloat: minor(20_000),
  bag: 'B-7',
  signedBy: null,
  carried: { held: 1, unknown: of(0, 0), unverified: of(1, 900) },
  grandTotalBefore: minor(100_000),
  grandTotal: minor(110_000),
  head: { seq: 140, hash: 'ab'.repeat(32) },
  software: 'evertill 0.1.0',
};
const z: ReportView = {
  ...shiftReport(
    {
      shift: 's' as ShiftId,
      drawer: 'main',
      day: '2026-11-28' as BusinessDay,
      cashier: li,
      openedAt: 1,
      float: minor(20_000),
      left: minor(20_100),
    },
    tally,
    closing,
  ),
  names: { li: '李敏' },
  hash: 'cd'.repeat(32),
};

const paperOf = (language: 'zh-CN' | 'en', model: typeof generic80, view: ReportView = z) =>
  paperLines(
    developPaper(
      renderDocument(
        reportDocument(view, {
          words: receiptWords[language],
          report: shiftReportWords[language],
          shop: { name: '惠民便利', branch: '', address: '', phone: '' },
          cashier: '',
          tillLabel: '1',
          copy: 1,
          timeText: at => `2026-11-28 0${at}:00`,
          dateText: () => '2026-11-28',
          invoiceUrl: '',
          currency: 'CNY',
          training: false,
          drawerName: () => '',
        }),
        model,
      ),
      model,
    ),
  );

test('the Z in Chinese on 58 mm, to the letter', () => {
  expect(paperOf('zh-CN', generic58)).toEqual(zhOn58);
});
test('the Z in English on 80 mm, to the letter', () => {
  expect(paperOf('en', generic80)).toEqual(enOn80);
});
test('X says that it is one, and nothing of a count', () => {
  const x = { ...shiftReport(z.head, tally, null), names: z.names, hash: null };
  const lines = paperOf('zh-CN', generic58, x).join('\n');
  expect(lines).toContain('当班查询 X');
  expect(lines).not.toMatch(/实点|短款|长款|累计/);
});
