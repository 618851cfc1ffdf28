import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Moment } from '../../../shared/contract/selling.ts';
import type { LineId } from '../../../shared/domain/cart.ts';
import { holdCode } from '../../../shared/domain/hold-slip.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { factsOf } from '../../../test/doubles/journal.ts';
import {
  cashierPin,
  closeShift,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const [cola, water, noodles] = shelf.map(row => row[0]) as [string, string, string];
const scan = (text: string, from: 'keyboard' | 'typed' | 'serial' = 'keyboard') =>
  shop.say('selling.scan', { text, from });
const cart = () => shop.see('selling.cart');

test('scanned goods stand in the cart with their price, twins on one line', async () => {
  mustBe(await scan(cola));
  mustBe(await scan(water));
  expect(mustBe(await scan(cola))).toMatchObject({ outcome: 'added', name: '可口可乐 330ml' });
  const { priced, current } = await cart();
  expect(priced.lines.map(line => [line.name, line.quantity, line.amount])).toEqual([
    ['可口可乐 330ml', 2000, 500],
    ['农夫山泉 550ml', 1000, 200],
  ]);
  expect(priced.due).toBe(700);
  expect(current).toBe(priced.lines[0]?.id);
});

test('3* before a scan rings up three, once', async () => {
  mustBe(await shop.say('selling.multiply', { quantity: pieces(3) }));
  mustBe(await scan(cola));
  mustBe(await scan(water));
  expect((await cart()).priced.lines.map(line => line.quantity)).toEqual([3000, 1000]);
});

test('a serial scanner and a keyboard scanner end in the same word', async () => {
  shop.devices.scan(cola);
  const seen = await shop.until('selling.cart', view => view.priced.lines.length === 1);
  expect(seen.priced.due).toBe(250);
});

test('last digits of a code that are typed ask which goods are meant; scanned, they are an unknown code', async () => {
  const asked = mustBe(await scan(cola.slice(-4), 'typed'));
  expect(asked).toMatchObject({ outcome: 'choose', part: true, items: [{ code: cola, price: 250 }] });
  expect((await cart()).priced.lines).toEqual([]);
  expect(mustBe(await scan(cola.slice(-4)))).toMatchObject({ outcome: 'unknown-code' });
  expect(mustBe(await scan('0000', 'typed'))).toMatchObject({ outcome: 'unknown-code' });
});

test('an unknown code is loud, and its moment is numbered so that no page misses it', async () => {
  expect(mustBe(await scan('6900000000007'))).toMatchObject({ outcome: 'unknown-code', tail: '0007' });
  expect(mustBe(await scan('x'))).toEqual({ outcome: 'too-short' });
  expect((await shop.see('selling.moments')).map(moment => [moment.seq, moment.what.outcome])).toEqual([
    [1, 'unknown-code'],
    [2, 'too-short'],
  ]);
});

test('a scan of a serial scanner that is refused is told as a moment, for it has no page that waits for an answer', async () => {
  await fillLine();
  shop.devices.scan(cola);
  const refused = (code: string) => (moments: readonly Moment[]) => {
    const last = moments.at(-1)?.what;
    return last?.outcome === 'refused' && last.refusal.code === code;
  };
  await shop.until('selling.moments', refused('quantity-too-large'));
  mustBe(await shop.say('session.signOut', {}));
  shop.devices.scan(cola);
  const seen = await shop.until('selling.moments', refused('not-signed-in'));
  expect(JSON.stringify(seen)).not.toContain(cola);
});

test('a scan of a keyboard that is refused is an answer to its page, and no moment besides', async () => {
  await fillLine();
  const before = await shop.see('selling.moments');
  expect(refusalOf(await scan(cola))).toBe('quantity-too-large');
  expect(await shop.see('selling.moments')).toEqual(before);
});

/** Rings up as many of one kind as a line holds; one more is refused. */
async function fillLine(): Promise<void> {
  mustBe(await shop.say('selling.multiply', { quantity: pieces(99_999) }));
  mustBe(await scan(cola));
}

test('a payment code is known by its shape and never kept', async () => {
  const code = '134567890123456789';
  expect(mustBe(await scan(code))).toEqual({ outcome: 'code-refused', wallet: 'wechat', why: 'no-channel' });
  expect(JSON.stringify(await shop.see('selling.moments'))).not.toContain(code.slice(0, 8));
});

test('nothing is rung up while no shift is open', async () => {
  await closeShift(shop, 20_000);
  expect(mustBe(await scan(cola))).toEqual({ outcome: 'till-closed' });
});

test('the same command sent twice counts once', async () => {
  const twice = { text: cola, from: 'keyboard' } as const;
  const first = await shop.say('selling.scan', twice, { id: 'same' });
  expect(await shop.say('selling.scan', twice, { id: 'same' })).toEqual(first);
  expect((await cart()).priced.pieces).toBe(1);
});

test('a removed line is gone from the cart and for ever in the journal', async () => {
  mustBe(await scan(cola));
  const { id, priced } = await cart();
  mustBe(await shop.say('selling.removeLine', { cart: id, line: priced.lines[0]!.id }));
  expect((await cart()).priced.lines).toEqual([]);
  const closed = await closeShift(shop, 20_000);
  expect(closed.tally.removedLines).toEqual({ count: 1, amount: 250 });
});

test('a price set by hand counts in the shift as it was sold, however often it was changed before; what was never sold does not', async () => {
  mustBe(await scan(cola));
  const { id, priced } = await cart();
  const line = priced.lines[0]!.id;
  mustBe(await shop.say('selling.setQuantity', { cart: id, line, quantity: pieces(2) }));
  for (const price of [minor(240), minor(250), minor(200)])
    mustBe(await shop.say('selling.setPrice', { cart: id, line, price, reason: 'expiring' }));
  const { priced: after } = await cart();
  expect(after.lines[0]).toMatchObject({ unitPrice: 200, override: { listed: 250, reason: 'expiring' } });
  // The next bottle costs what the price list says.
  mustBe(await scan(cola));
  const { priced: rung } = await cart();
  expect(rung.due).toBe(650);
  mustBe(await shop.say('paying.cash', { cart: id, due: rung.due, given: rung.due }));

  mustBe(await scan(water));
  const { id: other, priced: given } = await cart();
  const only = given.lines[0]!.id;
  mustBe(await shop.say('selling.setPrice', { cart: other, line: only, price: minor(100), reason: 'tag' }));
  mustBe(await shop.say('selling.voidCart', { cart: other }));
  expect((await closeShift(shop, 20_650)).tally.overrides).toEqual({ count: 1, amount: 100 });
});

test('goods on no price list are sold under the code that was scanned, once', async () => {
  const code = '6909999999996';
  expect(mustBe(await scan(code))).toMatchObject({ outcome: 'unknown-code', checkDigitWrong: false });
  mustBe(await shop.say('selling.addOpen', { name: '果蔬', price: minor(320), scanned: true }));
  mustBe(await shop.say('selling.addOpen', { name: '无条码商品', price: minor(100), scanned: true }));
  const { priced } = await cart();
  expect(priced.lines.map(line => [line.name, line.code, line.amount, line.taxPermille])).toEqual([
    ['果蔬', code, 320, 130],
    // The code was for one; whatever comes next carries it no more.
    ['无条码商品', '', 100, 130],
  ]);
  expect(
    refusalOf(await shop.say('selling.addOpen', { name: '果蔬', price: minor(0), scanned: false })),
  ).toBe('price-not-positive');
});

test('an unknown code is created and sold in one step, once, and then scans like any other, also after a restart', async () => {
  const code = '6909999999996';
  expect(mustBe(await scan(code))).toMatchObject({ outcome: 'unknown-code', code });
  const goods = { code, name: '新薯片', price: minor(650) };
  const made = mustBe(await shop.say('selling.createGoods', goods, { id: 'same' }));
  expect(mustBe(await shop.say('selling.createGoods', goods, { id: 'same' }))).toEqual(made);
  expect(refusalOf(await shop.say('selling.createGoods', goods))).toBe('code-on-list');
  expect(mustBe(await scan(code))).toMatchObject({ outcome: 'added', name: '新薯片' });
  expect((await cart()).priced.lines.map(line => [line.name, line.code, line.quantity, line.amount])).toEqual(
    [['新薯片', code, 2000, 1300]],
  );
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  mustBe(await again.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  shop = { ...shop, ...again };
  expect(mustBe(await scan(code))).toMatchObject({ outcome: 'added', name: '新薯片' });
  expect(factsOf(shop.data, 'item-created').map(({ actor, body }) => [actor, body.price])).toEqual([
    [shop.owner, 650],
  ]);
});

test('a cashier creates goods only with a manager’s leave, and nothing stands half created without it', async () => {
  const code = '6909999999996';
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  const goods = { code, name: '新薯片', price: minor(650) };
  expect(refusalOf(await shop.say('selling.createGoods', goods))).toBe('needs-approval');
  expect(refusalOf(await shop.say('selling.createGoods', { ...goods, price: minor(0) }))).toBe(
    'needs-approval',
  );
  expect(mustBe(await scan(code))).toMatchObject({ outcome: 'unknown-code' });
});

test('where the owner leaves it to them, cashiers create goods on their own, and nothing else besides', async () => {
  mustBe(await shop.say('setup.change', { setting: 'cashier-creates', value: true }));
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  mustBe(await shop.say('selling.createGoods', { code: '6909999999996', name: '新薯片', price: minor(650) }));
  expect((await shop.see('session.current')).permissions).toContain('create-goods');
  const { id, priced } = await cart();
  const discount = { cart: id, line: priced.lines[0]!.id, discount: null };
  expect(refusalOf(await shop.say('selling.discountLine', discount))).toBe('needs-approval');
});

test('only a retail code whose check digit is right is told whole, so that goods can be created under it', async () => {
  for (const text of ['6909999999997', 'AB-1234', '12345'])
    expect(mustBe(await scan(text))).not.toHaveProperty('code');
  expect(JSON.stringify(await shop.see('selling.moments'))).not.toContain('AB-1234');
});

test('what may be a payment code is never kept to be sold under', async () => {
  mustBe(await scan('134567890123456789'));
  mustBe(await shop.say('selling.addOpen', { name: '果蔬', price: minor(320), scanned: true }));
  expect((await cart()).priced.lines[0]!.code).toBe('');
});

test('one more and one fewer by a key; what goes is in the journal, as a removed line would be', async () => {
  mustBe(await scan(cola));
  const { id, priced } = await cart();
  const line = priced.lines[0]!.id;
  mustBe(await shop.say('selling.adjust', { cart: id, line, by: 3 }));
  mustBe(await shop.say('selling.adjust', { cart: id, line, by: -2 }));
  expect((await cart()).priced.pieces).toBe(2);
  expect(refusalOf(await shop.say('selling.adjust', { cart: id, line, by: -2 }))).toBe(
    'quantity-not-positive',
  );
  mustBe(await shop.say('selling.voidCart', { cart: id }));
  expect((await closeShift(shop, 20_000)).tally.removedLines).toEqual({ count: 1, amount: 500 });
});

test('the slip of a held cart brings it back once, and the customer at the counter waits meanwhile', async () => {
  mustBe(await shop.say('setup.change', { setting: 'hold-slip', value: true }));
  mustBe(await scan(cola));
  const first = await cart();
  mustBe(await shop.say('selling.hold', { cart: first.id }));
  mustBe(await scan(water));
  const slip = holdCode(first.id);
  expect(mustBe(await scan(slip))).toEqual({ outcome: 'recalled', label: '可口可乐 330ml' });
  expect((await cart()).id).toBe(first.id);
  expect((await shop.see('selling.held')).map(held => held.label)).toEqual(['农夫山泉 550ml']);
  expect(mustBe(await scan(slip))).toEqual({ outcome: 'slip-spent' });
  // Two papers: the first customer's, and that of the one who waits now.
  const papers = await shop.see('printing.jobs');
  expect(papers.filter(job => job.title === 'hold-slip')).toHaveLength(2);
});

test('held sales that begin with the same goods are told apart by what else is in them', async () => {
  for (const codes of [[cola], [cola, water, noodles, cola]]) {
    for (const code of codes) mustBe(await scan(code));
    mustBe(await shop.say('selling.hold', { cart: (await cart()).id }));
  }
  expect((await shop.see('selling.held')).map(({ label, others }) => [label, others])).toEqual([
    ['可口可乐 330ml', []],
    ['可口可乐 330ml', ['农夫山泉 550ml', '康师傅 红烧牛肉面']],
  ]);
});

test('a command meant for another cart or line changes nothing', async () => {
  mustBe(await scan(cola));
  const { id } = await cart();
  expect(
    refusalOf(await shop.say('selling.setQuantity', { cart: id, line: 99 as LineId, quantity: pieces(2) })),
  ).toBe('no-such-line');
  expect(
    refusalOf(
      await shop.say('selling.setQuantity', {
        cart: 'other' as typeof id,
        line: 1 as LineId,
        quantity: pieces(2),
      }),
    ),
  ).toBe('cart-changed');
  expect((await cart()).priced.pieces).toBe(1);
});

test('half a bottle is refused in words that name the goods', async () => {
  mustBe(await scan(cola));
  const { id } = await cart();
  const half = await shop.say('selling.setQuantity', {
    cart: id,
    line: 1 as LineId,
    quantity: 500 as ReturnType<typeof pieces>,
  });
  expect(half).toMatchObject({ refusal: { code: 'quantity-not-whole', params: { name: '可口可乐 330ml' } } });
});

test('discounts on line and ticket come off to the fen', async () => {
  mustBe(await scan(cola));
  mustBe(await scan(noodles));
  const { id } = await cart();
  mustBe(
    await shop.say('selling.discountLine', {
      cart: id,
      line: 1 as LineId,
      discount: { kind: 'amount', off: 50 as Minor },
    }),
  );
  mustBe(
    await shop.say('selling.discountTicket', { cart: id, discount: { kind: 'share', permilleOff: 100 } }),
  );
  const { priced } = await cart();
  expect([priced.gross, priced.lineDiscount, priced.ticketDiscount, priced.due]).toEqual([700, 50, 65, 585]);
});

test('a held cart survives the power cut, and recalling it puts the other one aside', async () => {
  mustBe(await scan(cola));
  const first = (await cart()).id;
  expect(mustBe(await shop.say('selling.hold', { cart: first }))).toEqual({ label: '可口可乐 330ml' });
  mustBe(await scan(noodles));
  const second = (await cart()).id;
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  expect((await cart()).id).toBe(second);
  expect((await shop.see('selling.held')).map(held => [held.cart, held.due, held.by])).toEqual([
    [first, 250, '王店长'],
  ]);
  mustBe(await shop.say('selling.recall', { cart: first }));
  expect((await cart()).id).toBe(first);
  expect((await shop.see('selling.held')).map(held => held.cart)).toEqual([second]);
});

test('a voided cart is empty, counted and can never be recalled', async () => {
  mustBe(await scan(cola));
  const { id } = await cart();
  mustBe(await shop.say('selling.voidCart', { cart: id }));
  expect((await cart()).priced.lines).toEqual([]);
  expect(refusalOf(await shop.say('selling.recall', { cart: id }))).toBe('no-such-cart');
});

test('cash: what was shown is what is settled; change is right; the next scan is the next customer', async () => {
  const paid = await sell(shop, [cola, noodles], 1000);
  expect(paid).toMatchObject({ number: 1, receipt: '1-000001', total: 700, given: 1000, change: 300 });
  expect(await cart()).toMatchObject({ mode: 'change', finished: { change: 300 } });
  mustBe(await scan(cola));
  expect(await cart()).toMatchObject({ mode: 'selling', finished: null });
});

test('a cart that was paid for never comes back, not after a power cut and not before a held one is taken back', async () => {
  mustBe(await scan(cola));
  const held = (await cart()).id;
  mustBe(await shop.say('selling.hold', { cart: held }));
  await sell(shop, [noodles]);
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  expect((await cart()).priced.lines).toEqual([]);
  mustBe(await shop.say('selling.recall', { cart: held }));
  expect(await cart()).toMatchObject({ id: held, priced: { due: 250 } });
  expect(await shop.see('selling.held')).toEqual([]);
  await sell(shop, []);
  expect((await cart()).priced.lines).toEqual([]);
});

test('receipt numbers have no gaps, whatever is refused in between', async () => {
  const numbers: number[] = [];
  for (let sale = 0; sale < 5; sale += 1) {
    mustBe(await scan(cola));
    const { id, priced } = await cart();
    expect(refusalOf(await shop.say('paying.cash', { cart: id, due: priced.due, given: 1 as Minor }))).toBe(
      'cash-short',
    );
    numbers.push(
      mustBe(await shop.say('paying.cash', { cart: id, due: priced.due, given: priced.due })).number,
    );
  }
  expect(numbers).toEqual([1, 2, 3, 4, 5]);
});

test('a barcode typed as money never becomes a tender', async () => {
  mustBe(await scan(cola));
  const { id, priced } = await cart();
  expect(
    refusalOf(
      await shop.say('paying.cash', { cart: id, due: priced.due, given: 690_123_456_789_200 as Minor }),
    ),
  ).toBe('bad-input');
  expect(
    refusalOf(
      await shop.say('paying.cash', {
        cart: id,
        due: priced.due,
        given: 9_999_999_999 as Minor,
        confirmed: true,
      }),
    ),
  ).toBe('cash-absurd');
  expect(
    refusalOf(await shop.say('paying.cash', { cart: id, due: priced.due, given: 200_000 as Minor })),
  ).toBe('cash-needs-confirmation');
  expect(
    refusalOf(await shop.say('paying.cash', { cart: id, due: (priced.due - 1) as Minor, given: priced.due })),
  ).toBe('cart-changed');
  expect((await cart()).priced.pieces).toBe(1);
});

test('every sale belongs to the open shift, and its totals agree with a recount of the sales', async () => {
  await sell(shop, [cola, cola], 1000);
  await sell(shop, [noodles]);
  const totals = await closeShift(shop, 20_900);
  const sales = mustBe(await shop.ask('selling.sales', { afterNumber: 0, limit: 500 }));
  expect(totals.tally.sales.count).toBe(sales.length);
  expect(totals.total).toBe(sales.reduce((all, sale) => all + sale.total, 0));
  expect(totals.expected).toBe(20_000 + totals.total);
  expect([totals.counted, totals.variance]).toEqual([20_900, -50]);
  expect(totals.tally.tenders).toMatchObject([
    { kind: 'cash', taken: { count: 2, amount: 950 }, back: { count: 0, amount: 0 } },
  ]);
  expect([totals.tally.firstReceipt, totals.tally.lastReceipt]).toEqual(['1-000001', '1-000002']);
});

test('a shift does not close over goods on the counter, and asks about held carts', async () => {
  mustBe(await scan(cola));
  const shift = (await shop.see('shifts.current'))!.id;
  expect(refusalOf(await shop.say('shifts.count', { shift, counted: 0 }))).toBe('shift-has-open-cart');
  mustBe(await shop.say('selling.hold', { cart: (await cart()).id }));
  mustBe(await shop.say('shifts.count', { shift, counted: 20_000 }));
  const nothing = { held: 0, unknown: 0, unverified: 0 };
  expect(refusalOf(await shop.say('shifts.close', { shift, carried: nothing, left: 20_000, bag: '' }))).toBe(
    'closing-changed',
  );
  mustBe(await shop.say('shifts.close', { shift, carried: { ...nothing, held: 1 }, left: 20_000, bag: '' }));
  expect(await shop.see('selling.held')).toHaveLength(1);
});
