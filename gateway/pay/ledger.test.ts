import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFor, heard, practiceTill } from '../../test/doubles/practice-till.ts';
import { openLedger } from './ledger.ts';
import { scenarioTable } from './scenario-table.ts';
import { wallets } from './scenarios.ts';

const order = { number: 'T1', wallet: 'wechat', amount: 1_250, scenario: '0000' } as const;

test('stops rather than take money twice, for nobody, or give back what was not taken', () => {
  const ledger = openLedger({ wallMs: () => 5 });
  expect(() => ledger.capture('T1')).toThrow('on the ledger');
  ledger.open(order);
  expect(() => ledger.open(order)).toThrow('once');
  expect(() => ledger.refund('T1', 1)).toThrow('no more is given back');
  ledger.capture('T1');
  expect(() => ledger.capture('T1')).toThrow('at most once');
  for (const amount of [0, -1, 0.5]) expect(() => ledger.refund('T1', amount)).toThrow('whole fen');
  ledger.refund('T1', 1_000);
  expect(() => ledger.refund('T1', 251)).toThrow('no more is given back');
  expect([ledger.captured('T1'), ledger.net('T1'), ledger.net('T2')]).toEqual([1_250, 250, 0]);
  expect(ledger.entries()).toEqual([
    { kind: 'capture', order: 'T1', amount: 1_250, at: 5 },
    { kind: 'refund', order: 'T1', amount: 1_000, at: 5 },
  ]);
});

const orderNumber = fc.integer({ min: 1, max: 2 }).map(number => `T${number}`);
const refundNumber = fc.integer({ min: 1, max: 5 }).map(number => `R${number}`);
const act = fc.oneof(
  fc.record({
    does: fc.constant('charge' as const),
    order: orderNumber,
    wallet: fc.constantFrom(...wallets),
    suffix: fc.constantFrom(...scenarioTable.map(row => row.suffix)),
    turn: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({ does: fc.constantFrom('query' as const, 'close' as const), order: orderNumber }),
  fc.record({
    does: fc.constant('refund' as const),
    order: orderNumber,
    number: refundNumber,
    amount: fc.integer({ min: 1, max: 1_300 }),
  }),
  fc.record({
    does: fc.constant('pass' as const),
    ms: fc.constantFrom(1_000, 6_000, 50_000, 700_000, 7_200_000),
  }),
);

test('whatever a till asks, in whatever order: money is taken once per order, and never more given back', () =>
  fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async acts => {
      const till = practiceTill();
      const { ledger } = till.practice;
      const saidPaid = new Set<string>();
      for (const each of acts) {
        if (each.does === 'charge') till.charge(each.order, codeFor(each.suffix, each.wallet, each.turn));
        else if (each.does === 'refund') till.refund(each.order, each.number, each.amount);
        else if (each.does === 'pass') await till.env.pass(each.ms);
        else if (each.does === 'close') till.close(each.order);
        else if ([2, 5].includes(Number(till.query(each.order).data?.state))) saidPaid.add(each.order);
        for (const number of ['T1', 'T2']) {
          const captures = ledger
            .entries()
            .filter(({ kind, order }) => kind === 'capture' && order === number);
          expect(captures.length).toBeLessThanOrEqual(1);
          expect(ledger.net(number)).toBeGreaterThanOrEqual(0);
          expect(ledger.net(number)).toBeLessThanOrEqual(ledger.captured(number));
        }
      }
      for (const number of saidPaid) expect(ledger.captured(number), 'a signed yes is true').toBe(1_250);
    }),
    { numRuns: 300 },
  ));

test('the same requests at the same moments have the same outcomes', async () => {
  const play = async () => {
    const till = practiceTill();
    const outcomes = [till.charge('T1', codeFor('0001')), till.charge('T2', codeFor('0020', 'alipay'))];
    await till.env.pass(12_000);
    outcomes.push(till.refund('T1', 'R1', 100));
    return [outcomes, till.query('T1'), heard(outcomes[1]!), till.practice.ledger.entries()];
  };
  expect(await play()).toEqual(await play());
});
