import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { whileTimePasses } from '../../../test/doubles/manual-env.ts';
import { openPaymentCounter } from '../../../test/doubles/payment-counter.ts';
import {
  cashierPin,
  closeShift,
  mustBe,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';
import { openWriteDb } from '../../db/open.ts';
import { wallClock } from '../../host/local-time.ts';
import { pathsOf } from '../../host/paths.ts';

let here: Awaited<ReturnType<typeof openPaymentCounter>>;
beforeEach(async () => {
  here = await openPaymentCounter();
});
afterEach(async () => {
  await here.shop.stop();
  throwAway(here.shop);
});

const [[cola], [water]] = shelf;
const look = (text: string) => here.shop.ask('refunding.sale', { text });
const pick = (line: number, count: number, goods: 'stock' | 'written-off' = 'stock') => ({
  line,
  quantity: count * 1000,
  goods,
});
const refund = (sale: number, total: number, ...picks: ReturnType<typeof pick>[]) =>
  here.shop.say('refunding.refund', { sale, total, picks, reason: '不想要了' });
/** The journal's own word on what was refunded. */
function recorded(): SaleRefund[] {
  const db = openWriteDb(pathsOf(here.shop.data).database);
  const rows = db.all<{ body: string }>(
    "SELECT body FROM journal WHERE kind IN ('sale-refunded', 'sale-voided') ORDER BY seq",
  );
  db.close();
  return rows.map(row => (JSON.parse(row.body) as { refund: SaleRefund }).refund);
}
/** A sale of one cola, paid with a customer's code. */
async function sellByCode(part?: number) {
  const { shop, env, channel, ring, freeze, scanCode } = here;
  channel.says('submit', 'paid');
  await ring();
  const intent = await freeze();
  if (part !== undefined) mustBe(await shop.say('paying.ask', { intent, amount: part }));
  await scanCode();
  await env.pass(10);
  if (part === undefined) return;
  const view = (await here.state()).intent!;
  mustBe(await shop.say('paying.cash', { cart: view.cart, due: view.cashDue, given: view.cashDue }));
}
const attemptOf = async (text: string) => {
  const { sale } = mustBe(await look(text));
  const tender = sale.tenders.find(each => each.kind === 'code');
  if (!tender) throw new Error('no code paid for it');
  return tender.attempt;
};

describe('the sale', () => {
  test('is found by what is scanned off its receipt, by its number, and by the end of it', async () => {
    for (let sale = 1; sale <= 12; sale += 1) await sell(here.shop, [cola]);
    const found = async (text: string) => mustBe(await look(text)).sale.number;
    expect(await found('1-000012\r\n')).toBe(12);
    expect(await found('000002')).toBe(2);
    expect(await found('2')).toBe(12);
    expect(await found('02')).toBe(2);
  });

  test('of another till is not taken for ours of the same number', async () => {
    await sell(here.shop, [cola]);
    expect(refusalOf(await look('2-000001'))).toBe('sale-of-other-till');
    expect(refusalOf(await look('1-000009'))).toBe('no-such-sale');
    expect(refusalOf(await look('可乐'))).toBe('no-such-sale');
  });

  test('is found although the till has another label by now', async () => {
    await sell(here.shop, [cola]);
    mustBe(await here.shop.say('setup.change', { setting: 'till-label', value: 'B2' }));
    expect(mustBe(await look('1-000001')).sale.number).toBe(1);
  });

  test('opens at the counter by a scan of its receipt', async () => {
    await sell(here.shop, [cola]);
    const scan = await here.shop.say('selling.scan', { text: '1-000001', from: 'keyboard' });
    expect(mustBe(scan)).toEqual({ outcome: 'receipt', receipt: '1-000001' });
  });
});

describe('a sale whose receipt is lost', () => {
  /** The index of tickets is filled between two turns of the clock. */
  const search = async (wanted: { date?: string; amount?: number; tail?: string }) =>
    mustBe(await whileTimePasses(here.env, here.shop.ask('refunding.find', wanted)));
  const find = async (wanted: Parameters<typeof search>[0]) =>
    (await search(wanted)).map(({ number }) => number);

  test('is found by its sum, its day and the end of its number, newest first; a refund is none', async () => {
    await sell(here.shop, [cola]);
    await sell(here.shop, [cola, water]);
    await sell(here.shop, [cola]);
    mustBe(await refund(3, 250, pick(1, 1)));
    const { localTime } = wallClock;
    const { date } = localTime(here.env.wallMs());
    expect(await find({})).toEqual([3, 2, 1]);
    expect(await find({ amount: 250 })).toEqual([3, 1]);
    expect(await find({ date, amount: 450 })).toEqual([2]);
    expect(await find({ date: '2000-01-01' })).toEqual([]);
    expect(await find({ tail: '01' })).toEqual([1]);
    expect(await find({ tail: '0', amount: 250 })).toEqual([]);
  });

  test('is known again by its first goods and its receipt', async () => {
    await sell(here.shop, [cola, water]);
    const [found] = await search({ amount: 450 });
    const { sale } = mustBe(await look('1'));
    const { receipt, at, total, pieces, lines } = sale;
    expect(found).toEqual({ number: 1, receipt, at, total, pieces, name: lines[0]!.name });
  });
});

test('the invoice that was issued for a sale is told before goods come back, and is to be taken back in red after', async () => {
  const { shop } = here;
  await sell(shop, [cola, water]);
  expect(mustBe(await look('1')).invoice).toBe('none');
  const buyer = { kind: 'person' as const, title: '王小明', taxNumber: '', email: '', phone: '' };
  mustBe(await shop.say('invoicing.request', { sale: 1, ...buyer }));
  mustBe(await shop.say('invoicing.markIssued', { sale: 1, number: '12345678901234567890' }));
  expect(mustBe(await look('1')).invoice).toBe('issued');
  mustBe(await refund(1, 250, pick(1, 1)));
  expect(mustBe(await look('1')).invoice).toBe('needs-red');
});

describe('a refund', () => {
  test('gives cash back, opens the drawer, prints a slip and says what is left', async () => {
    await sell(here.shop, [cola, cola, water]);
    here.shop.devices.printed.length = 0;
    const done = mustBe(await refund(1, 250, pick(1, 1)));
    expect(done).toMatchObject({ number: 1, receipt: '1-R000001', total: 250, back: [{ kind: 'cash' }] });
    expect(mustBe(await look('1'))).toMatchObject({
      refunded: [{ line: 1, quantity: 1000 }],
      tenders: [{ left: 450 }],
      voidable: false,
    });
    await here.env.pass(100);
    const jobs = await here.shop.see('printing.jobs');
    expect(jobs[0]).toMatchObject({ kind: 'refund', title: '1-R000001', state: 'sent' });
    expect([...here.shop.devices.printed[0]!]).toEqual([0x1b, 0x70, 0x00, 0x19, 0xfa]);
  });

  test('has numbers of its own without a gap, also where one was refused between', async () => {
    await sell(here.shop, [cola, cola]);
    mustBe(await refund(1, 250, pick(1, 1)));
    expect(refusalOf(await refund(1, 500, pick(1, 2)))).toBe('more-than-sold');
    mustBe(await refund(1, 250, pick(1, 1)));
    expect(recorded().map(each => each.receipt)).toEqual(['1-R000001', '1-R000002']);
  });

  test('of the whole sale is minus the sale, and nothing of it is left', async () => {
    await sell(here.shop, [cola, water], 1000);
    mustBe(await refund(1, 450, pick(1, 1), pick(2, 1, 'written-off')));
    const { sale, tenders } = mustBe(await look('1'));
    const [back] = recorded();
    const { gross, net, tax, taxRows, total, pieces } = sale;
    expect(back).toMatchObject({ gross, net, tax, taxRows, total, pieces, reason: '不想要了' });
    expect(back!.lines.map(line => line.goods)).toEqual(['stock', 'written-off']);
    expect(tenders[0]!.left).toBe(0);
  });

  test('is the sum that the screen showed, or none', async () => {
    await sell(here.shop, [cola]);
    expect(refusalOf(await refund(1, 240, pick(1, 1)))).toBe('refund-changed');
    expect(refusalOf(await refund(1, 0))).toBe('nothing-picked');
    expect(refusalOf(await refund(1, 0, pick(9, 1)))).toBe('no-such-line');
    expect(refusalOf(await refund(9, 0, pick(1, 1)))).toBe('no-such-sale');
    expect(recorded()).toEqual([]);
  });

  test('of a sale rounded for cash gives what was paid, not what was owed', async () => {
    mustBe(await here.shop.say('setup.change', { setting: 'cash-rounding', value: 'down-yuan' }));
    await sell(here.shop, [cola, cola, cola]);
    expect(mustBe(await look('1')).sale).toMatchObject({ total: 700, rounding: -50 });
    const totals = [234, 233, 233];
    for (const total of totals) mustBe(await refund(1, total, pick(1, 1)));
    expect(recorded().map(each => each.rounding)).toEqual([-16, -17, -17]);
  });

  test('needs a manager where a cashier asks for it', async () => {
    const { shop } = here;
    await sell(shop, [cola]);
    mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
    const input = { sale: 1, total: 250, picks: [pick(1, 1)], reason: '质量问题' };
    const asked = await shop.say('refunding.refund', input);
    if (asked.ok || asked.refusal.code !== 'needs-approval') throw new Error('no leave was asked for');
    const { word, subject } = asked.refusal.params;
    const given = await shop.say('session.approve', { staff: shop.owner, pin: ownerPin, word, subject });
    const { approval } = mustBe(given);
    mustBe(await shop.say('refunding.refund', input, { approval }));
    expect(refusalOf(await shop.say('refunding.refund', input, { approval }))).toBe('approval-not-valid');
  });

  test('belongs to a shift', async () => {
    await sell(here.shop, [cola]);
    await closeShift(here.shop, 20_250);
    expect(refusalOf(await refund(1, 250, pick(1, 1)))).toBe('no-shift');
  });
});

describe('erpnext#24259, itpp-labs/pos-addons#864: three returned against two sold', () => {
  test('is refused, at once or bit by bit', async () => {
    await sell(here.shop, [cola, cola]);
    expect(refusalOf(await refund(1, 750, pick(1, 3)))).toBe('more-than-sold');
    mustBe(await refund(1, 250, pick(1, 1)));
    expect(refusalOf(await refund(1, 500, pick(1, 2)))).toBe('more-than-sold');
  });

  test('is refused too where two refunds race: one of them comes second', async () => {
    await sell(here.shop, [cola, cola]);
    const [one, two] = await Promise.all([refund(1, 500, pick(1, 2)), refund(1, 250, pick(1, 1))]);
    expect(one.ok).toBe(true);
    expect(refusalOf(two)).toBe('more-than-sold');
    expect(recorded()).toHaveLength(1);
  });

  test('is refused by the database itself, if ever the program let it through', async () => {
    await sell(here.shop, [cola, cola]);
    mustBe(await refund(1, 500, pick(1, 2)));
    await here.shop.stop();
    const db = openWriteDb(pathsOf(here.shop.data).database);
    const more = () => db.run('UPDATE refunded_lines SET refunded = refunded + 1');
    expect(more).toThrow('CHECK');
    db.close();
  });
});

describe('money that came by a customer’s code', () => {
  test('goes back through its provider, under one number, and the drawer stays shut', async () => {
    const { env, channel, shop } = here;
    await sellByCode();
    channel.says('refund', 'refunded');
    shop.devices.printed.length = 0;
    const done = mustBe(await refund(1, 250, pick(1, 1)));
    expect(done.back).toMatchObject([{ kind: 'code', wallet: 'wechat', amount: 250 }]);
    await env.pass(1_000);
    expect(channel.asked.filter(each => each.verb === 'refund')).toHaveLength(1);
    expect((await here.state()).refundsUnderWay).toBe(0);
    expect(shop.devices.printed.filter(bytes => bytes.length < 8)).toEqual([]);
  });

  test('waits offline and goes out by itself; the till asks under the same number', async () => {
    const { env, channel } = here;
    await sellByCode();
    channel.says('refund', { kind: 'not-sent', why: 'no-link' }, 'refunded');
    mustBe(await refund(1, 250, pick(1, 1)));
    await env.pass(50);
    expect((await here.state()).refundsUnderWay).toBe(1);
    await env.pass(600_000);
    expect((await here.state()).refundsUnderWay).toBe(0);
    const numbers = channel.asked.filter(each => each.verb === 'refund').map(each => each.number);
    expect(numbers.length).toBeGreaterThan(1);
    expect(new Set(numbers).size).toBe(1);
  });

  test('of a split sale goes to the wallet first, and the rest out of the drawer', async () => {
    await sellByCode(100);
    here.channel.says('refund', 'refunded');
    const done = mustBe(await refund(1, 250, pick(1, 1)));
    expect(done.back.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['code', 100],
      ['cash', 150],
    ]);
  });

  test('does not go back twice: what the desk has sent back is not refunded again', async () => {
    const { shop } = here;
    await sellByCode();
    here.channel.says('refund', 'refunded');
    const attempt = await attemptOf('1');
    mustBe(await shop.say('paying.refund', { attempt, amount: 250, reason: '多收' }));
    expect(mustBe(await look('1')).tenders[0]!.left).toBe(0);
    expect(refusalOf(await refund(1, 250, pick(1, 1)))).toBe('refund-too-large');
    expect(recorded()).toEqual([]);
  });

  test('does not go back twice the other way round: the desk can’t send what was refunded', async () => {
    const { shop } = here;
    await sellByCode();
    here.channel.says('refund', 'refunded');
    mustBe(await refund(1, 250, pick(1, 1)));
    const again = await shop.say('paying.refund', {
      attempt: await attemptOf('1'),
      amount: 1,
      reason: '多收',
    });
    expect(refusalOf(again)).toBe('refund-too-large');
  });

  test('is given back in cash with leave of its own, and is then gone for the desk as well', async () => {
    const { shop, channel } = here;
    await sellByCode();
    const input = { sale: 1, total: 250, picks: [pick(1, 1)], reason: '微信注销了' };
    mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
    expect(refusalOf(await shop.say('refunding.refundInCash', input))).toBe('needs-approval');
    mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
    const done = mustBe(await shop.say('refunding.refundInCash', input));
    expect(done.back).toMatchObject([{ kind: 'cash', amount: 250, tender: await attemptOf('1') }]);
    expect(channel.asked.filter(each => each.verb === 'refund')).toEqual([]);
    const again = await shop.say('paying.refund', {
      attempt: await attemptOf('1'),
      amount: 1,
      reason: '多收',
    });
    expect(refusalOf(again)).toBe('refund-too-large');
  });
});

describe('the last sale', () => {
  const undo = (sale: number) => here.shop.say('refunding.voidLast', { sale, reason: '顾客不要了' });

  test('is undone as a whole by one word, once', async () => {
    await sell(here.shop, [cola, water]);
    expect(mustBe(await look('1')).voidable).toBe(true);
    expect(mustBe(await undo(1))).toMatchObject({ receipt: '1-R000001', total: 450 });
    expect(recorded()).toMatchObject([{ kind: 'void', total: 450, pieces: 2 }]);
    expect(refusalOf(await undo(1))).toBe('not-last-sale');
    expect(refusalOf(await refund(1, 250, pick(1, 1)))).toBe('more-than-sold');
  });

  test('is not undone once something has come after it', async () => {
    await sell(here.shop, [cola]);
    await sell(here.shop, [cola, cola]);
    expect(refusalOf(await undo(1))).toBe('not-last-sale');
    mustBe(await refund(2, 250, pick(1, 1)));
    expect(refusalOf(await undo(2))).toBe('not-last-sale');
  });

  test('of a shift that is closed stays', async () => {
    await sell(here.shop, [cola]);
    await closeShift(here.shop, 20_250);
    mustBe(await here.shop.say('shifts.open', { float: 20_000 }));
    expect(refusalOf(await undo(1))).toBe('not-last-sale');
  });
});

describe('goods without a receipt', () => {
  const itemOf = async (text: string) =>
    mustBe(await here.shop.ask('catalog.search', { text, limit: 1 }))[0]!.id;
  const bring = async (count: number, total?: number) => {
    const lines = [{ item: await itemOf('可乐'), quantity: count * 1000, goods: 'stock' as const }];
    const worth = mustBe(await here.shop.ask('refunding.worth', { lines })).total;
    return here.shop.say('refunding.withoutReceipt', {
      lines,
      total: total ?? worth,
      reason: '小票丢了',
    });
  };

  test('are worth what they cost today, in cash, with a number of the same series', async () => {
    expect(mustBe(await bring(2))).toMatchObject({ receipt: '1-R000001', total: 500 });
    expect(recorded()[0]).toMatchObject({ kind: 'without-receipt', sale: null, back: [{ kind: 'cash' }] });
  });

  test('are worth the sum that was on the screen, or nothing', async () => {
    expect(refusalOf(await bring(2, 499))).toBe('refund-changed');
    mustBe(await here.shop.say('setup.change', { setting: 'cash-rounding', value: 'down-yuan' }));
    expect(mustBe(await bring(1))).toMatchObject({ total: 200 });
    expect(recorded()).toMatchObject([{ rounding: -50, total: 200 }]);
  });

  test('have a limit a day; the next day begins anew', async () => {
    mustBe(await bring(199));
    expect(refusalOf(await bring(2))).toBe('refund-limit');
    mustBe(await bring(1));
    expect(refusalOf(await bring(1))).toBe('refund-limit');
    await here.env.pass(25 * 3_600_000);
    mustBe(await bring(1));
  });
});

test('the tables of refunds are what the journal says, read again from its beginning', async () => {
  await sellByCode(100);
  here.channel.says('refund', 'refunded');
  mustBe(await refund(1, 250, pick(1, 1)));
  await sell(here.shop, [cola, water]);
  mustBe(await here.shop.say('refunding.voidLast', { sale: 2, reason: '顾客不要了' }));
  const checking = here.shop.ask('syncing.verify', {});
  await here.env.pass(1_000);
  const report = mustBe(await checking);
  expect(report.verified).toBe(true);
  for (const table of ['refunds', 'refunded_lines'])
    expect(report.projections).toContainEqual({ table, same: true });
});
