import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  charge,
  code,
  order,
  paperJeepay,
  queried,
  refundOrder,
  refundQueried,
  refundSent,
  replying,
  secret,
  signed,
  submitted,
} from '../../../test/doubles/jeepay.ts';
import type { ChannelReply } from '../channel.ts';
import { signatureOf } from './signing.ts';

// Whatever comes off the network: nothing about money is believed unless it is signed with our secret and is
// about this order, this amount and this currency.

const certain = ['paid', 'declined', 'refunded', 'failed', 'cancelled', 'not-sent'];
const runs = { numRuns: 500 };

/** What the channel makes of the same replies, however it asks: the answers that would move money. */
async function believed(first: ChannelReply, lookUp: ChannelReply): Promise<string[]> {
  const answers = {
    'pay/unifiedOrder': first,
    'refund/refundOrder': first,
    'pay/query': [lookUp, lookUp],
    'refund/query': [lookUp, lookUp],
  };
  const seen = { ...order, seen: true, cancelAccepted: true };
  const heard = [
    await paperJeepay(answers).channel.submit(charge, code),
    await paperJeepay(answers).channel.query(seen),
    await paperJeepay(answers).channel.refund(refundOrder),
    await paperJeepay(answers).channel.queryRefund(refundOrder),
  ];
  return heard.map(({ kind }) => kind).filter(kind => certain.includes(kind));
}

const status = fc.constantFrom(200, 201, 302, 400, 404, 500, 502);
const errCode = fc.constantFrom(undefined, null, '', 'NOTENOUGH', 'ACQ.SYSTEM_ERROR', '20000');
const errors = fc.record({ errCode, errMsg: fc.constantFrom(undefined, '', 'Read timed out') });
const state = fc.integer({ min: -1, max: 7 });

/** Any of Jeepay's four kinds of data about our order and our refund, in any state. */
const ours = fc
  .tuple(fc.constantFrom(submitted, queried, refundSent, refundQueried), state, errors)
  .map(([make, at, more]): Record<string, unknown> => make(at, more));

test('no text whatsoever is believed', async () => {
  const text = fc.oneof(fc.json(), fc.string(), fc.constant(''));
  const reply = fc.tuple(text, status).map(([said, at]) => replying(said, at));
  await fc.assert(
    fc.asyncProperty(reply, reply, async (first, lookUp) => {
      expect(await believed(first, lookUp)).toEqual([]);
    }),
    runs,
  );
});

test('the right words are not believed without the right signature', async () => {
  const signing = fc.constantFrom<(data: object) => unknown>(
    () => undefined,
    () => null,
    () => '',
    () => '84E1CA56F984502BBAC06EA6707157F5',
    data => signatureOf({ ...data }, 'another'),
    data => signatureOf({ ...data }, secret).slice(1),
    data => [signatureOf({ ...data }, secret)],
    () => signatureOf({}, secret),
  );
  const reply = fc
    .tuple(ours, signing)
    .map(([data, sign]) => replying(JSON.stringify({ code: 0, msg: '', data, sign: sign(data) })));
  await fc.assert(
    fc.asyncProperty(reply, reply, async (first, lookUp) => {
      expect(await believed(first, lookUp)).toEqual([]);
    }),
    runs,
  );
});

test('a field changed after it was signed spoils the whole', async () => {
  const tampered = fc.tuple(ours, fc.nat(), fc.jsonValue()).map(([data, at, value]) => {
    const names = Object.keys(data);
    const changed = { ...data, [names[at % names.length]!]: value };
    const { sign } = JSON.parse((signed(data) as { text: string }).text);
    return { same: signatureOf(changed, secret) === sign, changed, sign };
  });
  await fc.assert(
    fc.asyncProperty(tampered, async ({ same, changed, sign }) => {
      fc.pre(!same);
      const reply = replying(JSON.stringify({ code: 0, msg: '', data: changed, sign }));
      expect(await believed(reply, reply)).toEqual([]);
    }),
    runs,
  );
});

test('what is signed is believed only for this number, this amount and this currency', async () => {
  const others = fc.constantFrom(
    { mchOrderNo: 'X', mchRefundNo: 'X' },
    { mchOrderNo: null, mchRefundNo: null },
    { amount: 1, refundAmount: 1 },
    { amount: '1250', refundAmount: '500' },
    { amount: 1_250.5, refundAmount: 500.5 },
    { currency: 'usd' },
    { currency: null },
  );
  const strange = fc.tuple(state, errors, others);
  await fc.assert(
    fc.asyncProperty(strange, async ([at, more, other]) => {
      const answers = {
        'pay/unifiedOrder': signed(submitted(2)),
        'pay/query': signed(queried(at, { ...more, ...other })),
        'refund/refundOrder': signed(refundSent(2)),
        'refund/query': signed(refundQueried(at, { ...more, ...other })),
      };
      const seen = { ...order, seen: true, cancelAccepted: true };
      const heard = [
        await paperJeepay(answers).channel.submit(charge, code),
        await paperJeepay(answers).channel.query(seen),
        await paperJeepay(answers).channel.refund(refundOrder),
        await paperJeepay(answers).channel.queryRefund(refundOrder),
      ];
      for (const { kind } of heard) expect(kind).toBe('unknown');
    }),
    runs,
  );
});

test('and what is signed and ours is believed, so that the promises above say something', async () => {
  const lookUp = signed(queried(2));
  expect(await believed(signed(submitted(2)), lookUp)).toEqual(['paid', 'paid']);
  expect(await believed(signed(refundSent(2)), signed(refundQueried(2)))).toEqual(['refunded', 'refunded']);
});
