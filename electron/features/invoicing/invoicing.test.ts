import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import type { InputOf, OutputOf, WatchName } from '../../../shared/contract/words.ts';
import type { InvoiceState } from '../../../shared/domain/invoice/invoice.ts';
import { invoiceTotal } from '../../../shared/domain/invoice/lines.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { factsOf } from '../../../test/doubles/journal.ts';
import {
  cashierPin,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  page,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';
import { openReadDb } from '../../db/open.ts';
import { pathsOf } from '../../host/paths.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const [cola, water, noodles] = shelf.map(([code]) => code) as [string, string, string];
const firm = {
  kind: 'company',
  title: '深圳市腾讯计算机系统有限公司',
  taxNumber: '9144 0300 7152 6726 xg',
  email: 'fp@example.com',
  phone: '',
} as const;
const person = { kind: 'person', title: '张三', taxNumber: '', email: '', phone: '13800138000' } as const;
const numberOf = (digit: number) => String(digit).repeat(20);

async function watched<Name extends WatchName>(word: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const end = new AbortController();
  for await (const answer of shop.till.core.watch(word, input, page, end.signal)) {
    end.abort();
    return mustBe(answer as never);
  }
  throw new Error(`${word} ended`);
}
const of = async (sale: number): Promise<InvoiceView> => (await watched('invoicing.of', { sale }))!;
const list = async (state: Exclude<InvoiceState, 'none'>, text = '') =>
  (await watched('invoicing.list', { state, text, beforeNumber: null, limit: 50 })).map(({ sale }) => sale);

/** A sale with a request, by default of a firm. */
async function asked(codes: readonly string[] = [cola], who: typeof firm | typeof person = firm) {
  const { number: sale } = await sell(shop, codes);
  mustBe(await shop.say('invoicing.request', { sale, ...who }));
  return sale;
}
async function issued(number = numberOf(1)) {
  const sale = await asked([cola, water]);
  mustBe(await shop.say('invoicing.markIssued', { sale, number }));
  return sale;
}

/** Takes the first `count` lines of a sale back as a whole. */
async function refund(number: number, count: number): Promise<SaleRefund> {
  const [sale] = mustBe(await shop.ask('selling.sales', { afterNumber: number - 1, limit: 1 }));
  const lines = sale!.lines.slice(0, count);
  const picks = lines.map(({ id, quantity }) => ({ line: id, quantity, goods: 'stock' as const }));
  const total = lines.reduce((all, line) => all + line.net + line.tax, 0);
  mustBe(await shop.say('refunding.refund', { sale: number, total, picks, reason: '不要了' }));
  return factsOf(shop.data, 'sale-refunded').at(-1)!.body.refund;
}

describe('a customer who wants an invoice', () => {
  test('is written down with title and tax number by the cashier, for what was paid', async () => {
    mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
    const sale = await asked([cola, noodles]);
    expect(await of(sale)).toMatchObject({
      state: 'requested',
      receipt: '1-000001',
      amount: 700,
      buyer: { ...firm, taxNumber: '9144030071526726XG' },
    });
  });

  test('has one request per sale, and a new one only after the first was withdrawn', async () => {
    const sale = await asked();
    expect(refusalOf(await shop.say('invoicing.request', { sale, ...firm }))).toBe('invoice-not-so');
    mustBe(await shop.say('invoicing.withdraw', { sale }));
    mustBe(await shop.say('invoicing.request', { sale, ...person }));
    expect((await of(sale)).buyer).toEqual(person);
  });

  test('is told at once that the tax number is wrong; a person needs none', async () => {
    const { number: sale } = await sell(shop, [cola]);
    const taxNumber = '9144030071526726XH';
    const refused = await shop.say('invoicing.request', { sale, ...firm, taxNumber });
    expect(refused).toMatchObject({
      refusal: { code: 'tax-number-wrong', params: { fault: 'check-digit' } },
    });
    mustBe(await shop.say('invoicing.request', { sale, ...person, taxNumber }));
    expect((await of(sale)).buyer).toMatchObject({ kind: 'person', taxNumber: '' });
  });

  test('asks in vain for a sale that is not there, or of which everything came back', async () => {
    expect(refusalOf(await shop.say('invoicing.request', { sale: 9, ...firm }))).toBe('no-such-sale');
    const { number: sale } = await sell(shop, [cola]);
    await refund(sale, 1);
    expect(refusalOf(await shop.say('invoicing.request', { sale, ...firm }))).toBe('nothing-to-invoice');
  });

  test('has nothing of them in the journal, which leaves the till: it lies beside it, erasable', async () => {
    await asked([cola], person);
    await asked([cola]);
    const db = openReadDb(pathsOf(shop.data).database);
    const bodies = JSON.stringify(db.all('SELECT body FROM journal'));
    db.close();
    for (const secret of [person.title, person.phone, firm.title, '9144030071526726XG', firm.email])
      expect(bodies).not.toContain(secret);
    expect(bodies).toContain('buyer');
  });
});

describe('an invoice', () => {
  test('goes from asked for to issued to taken back, each under its own number', async () => {
    const sale = await issued();
    expect(await of(sale)).toMatchObject({ state: 'issued', number: numberOf(1) });
    expect(refusalOf(await shop.say('invoicing.withdraw', { sale }))).toBe('invoice-not-so');
    expect(refusalOf(await shop.say('invoicing.markRed', { sale, number: numberOf(1) }))).toBe(
      'invoice-number-taken',
    );
    mustBe(await shop.say('invoicing.markRed', { sale, number: numberOf(2) }));
    expect(await of(sale)).toMatchObject({ state: 'red', number: numberOf(1), redNumber: numberOf(2) });
  });

  test('cannot be marked issued without a request, nor under the number of another', async () => {
    const { number: sale } = await sell(shop, [cola]);
    expect(refusalOf(await shop.say('invoicing.markIssued', { sale, number: numberOf(1) }))).toBe(
      'invoice-not-so',
    );
    await issued(numberOf(3));
    const other = await asked();
    const again = await shop.say('invoicing.markIssued', { sale: other, number: numberOf(3) });
    expect(again).toMatchObject({
      refusal: { code: 'invoice-number-taken', params: { receipt: '1-000002' } },
    });
    expect(refusalOf(await shop.say('invoicing.markIssued', { sale: other, number: '123' }))).toBe(
      'bad-input',
    );
  });

  test('whose goods come back has to be taken back, and stands on that list', async () => {
    const sale = await issued();
    await refund(sale, 1);
    expect([await list('issued'), await list('needs-red')]).toEqual([[], [sale]]);
    expect((await of(sale)).amount).toBe(450);
    mustBe(await shop.say('invoicing.markRed', { sale, number: numberOf(2) }));
    // What the customer kept can be invoiced anew.
    mustBe(await shop.say('invoicing.request', { sale, ...firm }));
    expect(await of(sale)).toMatchObject({ state: 'requested', amount: 200, number: null });
  });

  test('that was only asked for is for what the customer keeps, and falls away with the last of it', async () => {
    const sale = await asked([cola, water]);
    await refund(sale, 1);
    expect(await of(sale)).toMatchObject({ state: 'requested', amount: 200 });
    const other = await asked([cola]);
    await refund(other, 1);
    expect(await of(other)).toMatchObject({ state: 'withdrawn' });
    // The service was quicker than the customer.
    mustBe(await shop.say('invoicing.markIssued', { sale: other, number: numberOf(4) }));
    expect(await list('needs-red')).toEqual([other]);
  });

  test('is found by receipt, title, tax number and invoice number', async () => {
    const sale = await issued();
    await asked([cola], person);
    for (const text of ['000001', '腾讯', '1526726xg', numberOf(1)])
      expect(await list('issued', text)).toEqual([sale]);
    expect(await list('issued', '张三')).toEqual([]);
    expect(await list('requested', '张三')).toEqual([2]);
  });

  test('is marked by a manager, not by a cashier', async () => {
    const sale = await asked();
    mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
    const mark = await shop.say('invoicing.markIssued', { sale, number: numberOf(1) });
    expect(refusalOf(mark)).toBe('not-allowed');
  });

  test('is where it was after a restart, and the journal rebuilds it', async () => {
    await issued();
    const sale = await issued(numberOf(5));
    await refund(sale, 1);
    const seen = await of(sale);
    await shop.stop();
    shop = { ...(await openTestTill({ data: shop.data })), owner: shop.owner, cashier: shop.cashier };
    mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
    expect(await of(sale)).toEqual(seen);
    const { projections, verified } = mustBe(await shop.ask('syncing.verify', {}));
    expect(verified).toBe(true);
    expect(projections.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['invoices', 'invoice_refunds']),
    );
  });
});

test('the service is told of every request with its lines, oldest first, less what came back', async () => {
  const first = await asked([cola, water]);
  await refund(first, 1);
  await issued();
  const third = await asked([noodles], person);
  const told = mustBe(await shop.ask('invoicing.toIssue', { afterNumber: 0, limit: 50 }));
  expect(told.map(({ sale }) => sale)).toEqual([first, third]);
  expect(told.map(({ lines }) => invoiceTotal(lines))).toEqual([200, 450]);
  expect(told[0]?.lines).toMatchObject([
    { name: '农夫山泉 550ml', quantity: quantity(1000), net: 177, tax: 23 },
  ]);
  expect(mustBe(await shop.ask('invoicing.toIssue', { afterNumber: first, limit: 1 }))).toHaveLength(1);
});

test('a tax code that was missing at the sale is taken from the price list once it is there', async () => {
  await asked([cola]);
  const codes = async () =>
    mustBe(await shop.ask('invoicing.toIssue', { afterNumber: 0, limit: 1 }))[0]?.lines.map(
      line => line.taxCode,
    );
  expect(await codes()).toEqual(['']);
  const list = `条码,品名,售价,税收分类编码\n${cola},可口可乐 330ml,2.50,1030307010000000000\n`;
  mustBe(
    await shop.say('catalog.stage', { upload: 'u', index: 0, base64: Buffer.from(list).toString('base64') }),
  );
  mustBe(
    await shop.say('catalog.import', {
      upload: 'u',
      fileName: 'shelf.csv',
      mapping: { code: 0, name: 1, price: 2, taxCode: 3 },
    }),
  );
  await expect.poll(codes).toEqual(['1030307010000000000']);
});
