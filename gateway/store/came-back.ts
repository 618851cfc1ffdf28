import type { JournalRecord } from '../../shared/domain/journal.ts';
import { readRecord } from '../journal/reading.ts';
import type { Connection } from './open.ts';
import type { ReceivedRefund } from './store.ts';

export type CameBack = {
  /**
   * Counts what a refund brought back. False where its lines have come back more often than they were sold,
   * all tills together; it is counted all the same, for goods and money are out of the shop.
   */
  keep(till: string, refund: ReceivedRefund): boolean;
};

/** What came back of sales, at any till; the same refund counts once however often it arrives. */
export function openCameBack(db: Connection): CameBack {
  const addGoods = db.prepare(
    `insert into goods_back (sale, line, refund, till, sold, quantity) values (?, ?, ?, ?, ?, ?)
     on conflict do nothing`,
  );
  const addMoney = db.prepare(
    'insert into money_back (sale, part, till, tender, amount) values (?, ?, ?, ?, ?) on conflict do nothing',
  );
  const beyond = db.prepare<[sale: string, sale: string, refund: string], { line: number }>(
    `select line from goods_back
     where sale = ? and line in (select line from goods_back where sale = ? and refund = ?)
     group by line having sum(quantity) > min(sold)`,
  );
  return {
    keep(till, { id, sale, lines, back }) {
      for (const line of lines) addGoods.run(sale.id, line.id, id, till, line.sold, line.quantity);
      for (const { id: part, tender, amount } of back)
        if (tender !== null) addMoney.run(sale.id, part, till, tender, amount);
      return beyond.get(sale.id, sale.id, id) === undefined;
    },
  };
}

/** Reads the refunds of a store that was filled before anybody counted them. What was taken then is not set aside now: records never change. */
export function rebuildCameBack(db: Connection): void {
  const cameBack = openCameBack(db);
  const refunds = db
    .prepare<[], number>(
      "select rowid from records where kind in ('sale-refunded', 'sale-voided') order by rowid",
    )
    .pluck()
    .all();
  // One at a time: nothing can be written while rows are being walked over.
  const sealedAt = db.prepare<[rowid: number], string>('select sealed from records where rowid = ?').pluck();
  for (const rowid of refunds) {
    const record = JSON.parse(sealedAt.get(rowid) ?? '') as JournalRecord;
    const reading = readRecord(record);
    if (reading.kind === 'refund') cameBack.keep(record.till, reading.refund);
  }
}
