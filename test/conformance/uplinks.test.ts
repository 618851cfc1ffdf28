import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type UplinkName, uplinks } from '../../electron/uplinks/registry.ts';
import type { Uplink, UplinkEnv, UplinkSettings } from '../../electron/uplinks/uplink.ts';
import { batchRecordsMax } from '../../shared/domain/uplink.ts';
import { assert } from '../../shared/lib/assert.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { type FarEnd, farEnds } from './uplinks/far-ends.ts';
import { type PaperTill, paperTill, saleOf, testEnv } from './uplinks/paper-till.ts';

const cases = (Object.keys(uplinks) as UplinkName[]).flatMap(name =>
  Object.entries(farEnds[name]).map(([setUp, start]) => ({ name, setUp, start })),
);

test('every uplink of the registry has a far end to prove itself on', () => {
  for (const name of Object.keys(uplinks) as UplinkName[]) expect(Object.keys(farEnds[name])).not.toEqual([]);
});

describe.each(cases)('$name over $setUp', ({ name, start }) => {
  let far: FarEnd;
  let till: PaperTill;
  let open: Uplink[];

  function uplinkOf(who: PaperTill, more: Partial<UplinkSettings> = {}, env: UplinkEnv = testEnv()): Uplink {
    const settings = { ...far.settings, till: who.id, gateway: null, ...more };
    const opened = uplinks[name](settings, { env, sign: who.sign, publicKey: who.publicKey });
    assert(opened.ok, 'the settings are good');
    open.push(opened.value);
    return opened.value;
  }

  async function enrolled(who = till, more: Partial<UplinkSettings> = {}, env?: UplinkEnv): Promise<Uplink> {
    const uplink = uplinkOf(who, more, env);
    const code = far.newEnrolmentCode();
    expect(await uplink.enrol({ code, label: '1 号机' })).toEqual({ kind: 'enrolled', gateway: far.id });
    return uplink;
  }

  beforeEach(async () => {
    far = await start();
    till = paperTill();
    open = [];
  });
  afterEach(async () => {
    for (const uplink of open) uplink.close();
    await far.close();
  });

  test('says unknown-till before enrolment, and sends for a till that was enrolled in another life', async () => {
    expect(await uplinkOf(till).send(till.batch())).toEqual({ kind: 'unknown-till' });
    expect(await uplinkOf(till, { gateway: far.id }).send(till.batch())).toEqual({ kind: 'unknown-till' });
    await enrolled();
    const later = uplinkOf(till, { gateway: far.id });
    expect(await later.send(till.batch())).toEqual({ kind: 'accepted', ackedThrough: 1, setAside: [] });
  });

  test('refuses a wrong enrolment code', async () => {
    const uplink = uplinkOf(till);
    const enrolment = await uplink.enrol({ code: '00000000', label: '1' });
    expect(enrolment).toEqual({ kind: 'refused', reason: 'code-wrong' });
  });

  test('delivers exactly once although answers are lost after the far end has committed', async () => {
    const uplink = await enrolled();
    const draw = seededRng(11);
    let acked = 0;
    let takenUnheard = 0;
    while (acked < 300) {
      while (till.journal.length < acked + 40) till.addSale();
      const lose = draw() < 0.4;
      far.wire.loseAnswers(lose);
      const before = (await far.summary()).records;
      const answer = await uplink.send(till.batch(acked + 1, acked + 1 + Math.floor(draw() * 39)));
      if (answer.kind === 'accepted') acked = answer.ackedThrough;
      else {
        expect(answer).toEqual({ kind: 'unreachable', reason: 'cut' });
        if ((await far.summary()).records > before) takenUnheard += 1;
      }
      // A till that lost its cursor goes back and sends again what is there.
      if (draw() < 0.1) acked = Math.floor(acked / 2);
    }
    expect(takenUnheard).toBeGreaterThan(0);
    const { received, records, duplicates, maxCapturesPerTender } = await far.summary();
    expect(records).toBeGreaterThanOrEqual(acked);
    expect([received, duplicates, maxCapturesPerTender]).toEqual([records - 1, 0, 1]);
  });

  test('enrols once although the answer is lost', async () => {
    const uplink = uplinkOf(till);
    const request = { code: far.newEnrolmentCode(), label: '1' };
    far.wire.loseAnswers(true);
    expect(await uplink.enrol(request)).toEqual({ kind: 'unreachable', reason: 'cut' });
    far.wire.loseAnswers(false);
    expect(await uplink.enrol(request)).toEqual({ kind: 'enrolled', gateway: far.id });
  });

  test('tells gaps, forks and faults apart, each with its seq', async () => {
    const uplink = await enrolled();
    for (let count = 0; count < 4; count += 1) till.addSale();
    await uplink.send(till.batch(1, 2));
    expect(await uplink.send(till.batch(4, 5))).toEqual({ kind: 'expected', seq: 3 });
    const [third] = till.batch(3, 3).records;
    assert(third, 'there is a third record');
    const changed = { ...till.batch(3, 3), records: [{ ...third, at: 1 }] };
    expect(await uplink.send(changed)).toEqual({ kind: 'refused', reason: 'hash-differs', seq: 3 });
    till.rewind(1);
    till.addSale();
    expect(await uplink.send(till.batch())).toEqual({ kind: 'fork', seq: 2 });
  });

  test('hands back which records were set aside and why, and that the rest was taken', async () => {
    const uplink = await enrolled();
    till.addSale({ ...saleOf(100), total: 99 });
    till.addSale();
    expect(await uplink.send(till.batch())).toEqual({
      kind: 'accepted',
      ackedThrough: 3,
      setAside: [{ seq: 2, reason: 'sums-differ' }],
    });
  });

  test('tells what the far end holds of a receipt, of whichever till, and what came back of it', async () => {
    const uplink = await enrolled();
    const sale = saleOf();
    const record = till.addSale(sale);
    await uplink.send(till.batch());
    const other = paperTill();
    const asking = await enrolled(other);
    const lines = [{ id: 1, sold: 1000, quantity: 1000 }];
    const back = [{ id: 'back-1', tender: sale.tenders[0]!.id, amount: sale.total }];
    other.add('sale-refunded', { refund: { id: 'refund-1', sale: { id: sale.id }, lines, back } });
    await asking.send(other.batch());
    const goodsBack = [{ till: other.id, line: 1, quantity: 1000 }];
    const moneyBack = [{ till: other.id, tender: sale.tenders[0]!.id, amount: sale.total }];
    const held = { label: '1 号机', record, goodsBack, moneyBack };
    expect(await asking.sale(sale.receipt)).toEqual({ kind: 'held', sales: [held] });
    expect(await asking.sale('T01-000009')).toEqual({ kind: 'held', sales: [] });
  });

  test('tells nothing of a receipt to a till that is not enrolled, and says so when nobody answers', async () => {
    expect(await uplinkOf(till).sale('T01-000001')).toEqual({ kind: 'unknown-till' });
    expect(await uplinkOf(till, { gateway: far.id }).sale('T01-000001')).toEqual({ kind: 'unknown-till' });
    const uplink = await enrolled();
    far.wire.loseAnswers(true);
    expect(await uplink.sale('T01-000001')).toEqual({ kind: 'unreachable', reason: 'cut' });
  });

  test('does not send what the far end would not take for its size', async () => {
    const uplink = await enrolled();
    till.addSale({ ...saleOf(), note: 'x'.repeat(1_100_000) });
    expect(await uplink.send(till.batch())).toEqual({ kind: 'refused', reason: 'too-large', seq: null });
    for (let count = 0; count < batchRecordsMax; count += 1) till.add('noted', {});
    expect(await uplink.send(till.batch())).toEqual({ kind: 'refused', reason: 'too-large', seq: null });
  });

  test('delivers although the till’s clock is years off', async () => {
    const deadBattery = testEnv({ wallMs: () => Date.UTC(2000, 0, 1) });
    const uplink = await enrolled(till, {}, deadBattery);
    expect(await uplink.send(till.batch())).toMatchObject({ kind: 'accepted', ackedThrough: 1 });
    const probe = await uplink.probe();
    expect(probe.kind === 'offline' ? 0 : probe.clockApartMs).toBeGreaterThan(20 * 365 * 86_400_000);
  });

  test('a till cannot speak for another', async () => {
    await enrolled();
    const stranger = paperTill(till.id);
    const uplink = uplinkOf(stranger, { gateway: far.id });
    expect(await uplink.send(till.batch())).toEqual({
      kind: 'refused',
      reason: 'signature-wrong',
      seq: null,
    });
  });

  test('probes: online, then offline with the reason, then online again without anyone’s help', async () => {
    const uplink = await enrolled();
    expect(await uplink.probe()).toMatchObject({ kind: expect.stringMatching(/online|degraded/) });
    far.wire.loseAnswers(true);
    expect(await uplink.probe()).toEqual({ kind: 'offline', reason: 'cut' });
    far.wire.loseAnswers(false);
    expect(await uplink.probe()).toMatchObject({ kind: expect.stringMatching(/online|degraded/) });
    const elsewhere = uplinkOf(till, { gateway: 'another' });
    expect(await elsewhere.probe()).toEqual({ kind: 'offline', reason: 'another-gateway' });
    await far.wire.close();
    expect(await uplink.probe()).toEqual({ kind: 'offline', reason: 'connection-refused' });
    expect(await uplink.send(till.batch())).toEqual({ kind: 'unreachable', reason: 'connection-refused' });
  });

  test('calls a slow answer degraded', async () => {
    let nowMs = 0;
    const slow = testEnv({
      monotonicMs: () => {
        nowMs += 2_000;
        return nowMs;
      },
    });
    expect(await uplinkOf(till, {}, slow).probe()).toMatchObject({ kind: 'degraded', roundTripMs: 2_000 });
  });

  test('gives up at its deadline when the far end has gone silent', async () => {
    const due: (() => void)[] = [];
    const handCranked: UplinkEnv = {
      ...testEnv(),
      after: (_delayMs, run) => {
        due.push(run);
        return () => undefined;
      },
    };
    await enrolled();
    const uplink = uplinkOf(till, { gateway: far.id }, handCranked);
    far.wire.hang(true);
    const sending = uplink.send(till.batch());
    const probing = uplink.probe();
    await new Promise(resolve => setImmediate(resolve));
    for (const run of due) run();
    expect(await sending).toEqual({ kind: 'unreachable', reason: 'timeout' });
    expect(await probing).toEqual({ kind: 'offline', reason: 'timeout' });
  });
});
