import type { JournalRecord } from '../../shared/domain/journal.ts';
import type { SignedHead } from '../../shared/domain/journal-head.ts';
import type { HeldSale } from '../../shared/domain/uplink.ts';
import { assert } from '../../shared/lib/assert.ts';
import { type CameBack, openCameBack } from './came-back.ts';
import { type Connection, isDiskFault, openDurably } from './open.ts';
import { prepare, type Statements } from './statements.ts';
import type { BatchRange, FreshRecord, Known, Store, Taken, Verdict } from './store.ts';

/**
 * The embedded store: one SQLite file, one writer. `newId` names the gateway when the file is new.
 * Throws `GatewayFault` as `openDurably` does.
 */
export function openStore(file: string, newId: () => string): Store {
  const box = reopening(file);
  const gatewayId = box.run(({ db, say }) =>
    db
      .transaction(() => {
        say.nameGateway.run(newId());
        const row = say.gateway.get();
        assert(row, 'a gateway has a name');
        return row.id;
      })
      .immediate(),
  );
  return {
    gatewayId,
    findTill: async till => box.run(({ say }) => say.till.get(till)),
    enrol: async till => {
      box.run(({ say }) => say.enrol.run(till));
    },
    state: async till =>
      box.run(({ say }) => {
        const row = say.state.get(till);
        return row && { ...row, signed: row.signed === null ? null : (JSON.parse(row.signed) as SignedHead) };
      }),
    take: async (range, judge) => box.run(open => take(open, range, judge)),
    sales: async (receipt, most) => box.run(({ say }) => heldSales(say, receipt, most)),
    summary: async () =>
      box.run(({ say }) => {
        const row = say.summary.get();
        assert(row, 'a summary is one row');
        return row;
      }),
    close: () => box.close(),
  };
}

type Open = { readonly db: Connection; readonly say: Statements; readonly cameBack: CameBack };

function take(open: Open, range: BatchRange, judge: (known: Known) => Verdict): Taken {
  const { db, say } = open;
  return db
    .transaction((): Taken => {
      const epoch = say.epoch.get(range.till, range.epoch);
      const verdict = judge({
        cursor: epoch && { ackedThrough: epoch.ackedThrough, head: epoch.head },
        held: new Map(
          epoch ? say.held.all(epoch.no, range.first, range.last).map(row => [row.seq, row.hash]) : [],
        ),
        before: say.before.all(range.till, range.epoch, range.first - 1).map(row => row.hash),
      });
      if (verdict.kind !== 'take') return verdict;
      const last = verdict.fresh.at(-1);
      const no = epoch?.no ?? Number(say.startEpoch.run(range.till, range.epoch).lastInsertRowid);
      for (const fresh of verdict.fresh) write(open, no, fresh, range.receivedAt);
      if (last) say.advance.run(last.record.seq, last.record.hash, no);
      // A batch that was sent again may be an old one: the head of what was taken last stays.
      if (range.head && last) say.keepHead.run(JSON.stringify(range.head), no);
      const ackedThrough = last?.record.seq ?? epoch?.ackedThrough;
      assert(ackedThrough !== undefined, 'a taken batch moves the cursor or finds one');
      return { kind: 'accepted', ackedThrough, setAside: say.setAside.all(no, range.first, range.last) };
    })
    .immediate();
}

function write(
  { say, cameBack }: Open,
  epochNo: number,
  { record, sealed, reading }: FreshRecord,
  receivedAt: number,
): void {
  const { till, seq, hash, kind } = record;
  let setAside: string | null = null;
  if (reading.kind === 'unusable') setAside = reading.reason;
  if (reading.kind === 'sale') {
    const { sale } = reading;
    const { id, number, total, receipt } = sale;
    const { arrivals } = say.sale.get(id, epochNo, seq, number, total, receipt) ?? { arrivals: 1 };
    if (arrivals > 1) setAside = 'sale-repeated';
    for (const tender of sale.tenders) say.tender.run(tender.id, sale.id, tender.kind, tender.amount);
  }
  if (reading.kind === 'refund' && !cameBack.keep(till, reading.refund)) setAside = 'refunded-beyond-sold';
  say.record.run(epochNo, seq, hash, kind, sealed, setAside, receivedAt);
}

const heldSales = (say: Statements, receipt: string, most: number): HeldSale[] =>
  say.salesOf.all(receipt, most).map(({ sale, label, sealed, hash }) => ({
    label,
    record: { ...(JSON.parse(sealed) as JournalRecord), hash },
    goodsBack: say.goodsOf.all(sale),
    moneyBack: say.moneyOf.all(sale),
  }));

/**
 * Keeps one connection and replaces it after a disk fault: a COMMIT that failed may still have reached the
 * disk, and only a fresh look at the file tells. The till then sends again, and what is there is not taken twice.
 */
function reopening(file: string): { run<T>(work: (open: Open) => T): T; close(): void } {
  let open: Open | undefined = openWith(file);
  let closed = false;
  return {
    run(work) {
      assert(!closed, 'the store is open');
      open ??= openWith(file);
      try {
        return work(open);
      } catch (error) {
        if (isDiskFault(error)) {
          open.db.close();
          open = undefined;
        }
        throw error;
      }
    },
    close() {
      closed = true;
      open?.db.close();
    },
  };
}

function openWith(file: string): Open {
  const db = openDurably(file);
  return { db, say: prepare(db), cameBack: openCameBack(db) };
}
