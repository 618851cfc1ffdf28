import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalGenesis } from '../../shared/domain/journal.ts';
import { assert } from '../../shared/lib/assert.ts';
import { paperTill } from '../../test/conformance/uplinks/paper-till.ts';
import type { Known } from '../store/store.ts';
import { checkBatch } from './check.ts';
import { judge } from './judge.ts';

const till = paperTill();
for (let count = 0; count < 30; count += 1) till.addSale();

/** What a gateway holds that has taken the first `count` records. */
function holding(count: number, first: number, last: number): Known {
  const head = till.journal[count - 1]?.hash ?? journalGenesis;
  const held = till.journal
    .slice(first - 1, Math.min(last, count))
    .map(({ seq, hash }) => [seq, hash] as const);
  return { cursor: count > 0 ? { ackedThrough: count, head } : undefined, held: new Map(held), before: [] };
}

const checked = (first: number, last: number) => {
  const batch = checkBatch(JSON.parse(JSON.stringify(till.batch(first, last))));
  assert(batch.ok, 'a till’s own batch is sound');
  return batch.value;
};

const end = till.journal.length;
const ranges = fc.tuple(
  fc.integer({ min: 1, max: end }),
  fc.integer({ min: 0, max: 10 }),
  fc.nat({ max: end }),
);

test('whatever part of an honest journal arrives, exactly what is missing next is taken', () => {
  fc.assert(
    fc.property(ranges, ([first, more, count]) => {
      const last = Math.min(end, first + more);
      const verdict = judge(checked(first, last), holding(count, first, last));
      if (first > count + 1) expect(verdict).toEqual({ kind: 'expected', seq: count + 1 });
      else {
        assert(verdict.kind === 'take', 'an honest batch without a gap is taken');
        const taken = verdict.fresh.map(({ record }) => record.seq);
        expect(taken).toEqual(till.journal.slice(Math.max(first - 1, count), last).map(({ seq }) => seq));
      }
    }),
  );
});

test('one different hash anywhere in the range is a fork at that very seq', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: end }), seq => {
      const known = holding(end, 1, end);
      const held = new Map(known.held).set(seq, 'f'.repeat(64));
      expect(judge(checked(1, end), { ...known, held })).toEqual({ kind: 'fork', seq });
    }),
  );
});
