import { isDeepStrictEqual } from 'node:util';
import { openReadDb, type ReadDb } from '../../electron/db/open.ts';
import type { Summary } from '../../gateway/store/store.ts';
import type { ClosedShift } from './close.ts';
import type { DayEnd } from './day.ts';
import type { PracticeLedger } from './gateway.ts';
import { type Figures, liveFigures, recount, type ShiftFigures, sideFigures } from './recount.ts';

/** What a day comes to; every number counted again from the journal. */
export type Reckoning = {
  readonly seed: number;
  readonly sales: number;
  readonly tenders: number;
  readonly offlineSales: number;
  /** Fen. */
  readonly total: number;
  readonly holds: number;
  readonly recalls: number;
  readonly pendingAtEnd: number;
  readonly journal: { readonly rows: number; readonly verified: boolean };
  readonly gateway: {
    readonly received: number;
    readonly duplicates: number;
    readonly maxCapturesPerTender: number;
  };
  readonly receipts: number;
  /** Customers' codes as the journal has them, and the provider's own ledger; in fen. */
  readonly codes: Figures['codes'];
  /** Goods that came back, in fen. */
  readonly refunds: Figures['refunds'];
  readonly ledger: PracticeLedger;
  /** In the order in which they were; `suspects` name the receipts that could explain a difference. */
  readonly shifts: readonly (ShiftFigures & {
    readonly variance: number;
    readonly suspects: readonly string[];
    /** A file, where the pictures were written. */
    readonly picture: string | null;
  })[];
  /** The receipt whose cash was kept out of the drawer. */
  readonly planted: string;
};

export type Disagreement = { readonly what: string; readonly journal: unknown; readonly live: unknown };

/** Counts the day again from the file at `database` and compares with tables, spool, gateway and screen. */
export function reckon(
  database: string,
  seed: number,
  end: DayEnd,
  gateway: Summary,
  ledger: PracticeLedger,
  pictures: readonly string[],
): { readonly reckoning: Reckoning; readonly disagreements: readonly Disagreement[] } {
  const db = openReadDb(database);
  try {
    const counted = recount(db);
    const side = sideFigures(db);
    return {
      reckoning: {
        seed,
        sales: counted.sales,
        tenders: counted.tenders,
        offlineSales: counted.offlineSales,
        total: counted.total,
        holds: counted.holds,
        recalls: counted.recalls,
        pendingAtEnd: side.pendingAtEnd,
        journal: { rows: counted.journalRows, verified: end.verified.verified },
        gateway: {
          received: gateway.received,
          duplicates: gateway.duplicates,
          maxCapturesPerTender: gateway.maxCapturesPerTender,
        },
        receipts: side.receipts,
        codes: counted.codes,
        refunds: counted.refunds,
        ledger,
        planted: end.planted,
        shifts: counted.shifts.map((shift, index) => ({
          ...shift,
          variance: (shift.cashCounted ?? 0) - shift.cashExpected,
          suspects: end.shifts[index]?.suspects.map(({ about }) => about) ?? [],
          picture: pictures[index] ?? null,
        })),
      },
      disagreements: [
        ...compareWithTables(db, counted),
        ...compareWithWorld(counted, side, end, gateway, ledger),
      ],
    };
  } finally {
    db.close();
  }
}

function compareWithTables(db: ReadDb, counted: Figures): Disagreement[] {
  const live = liveFigures(db);
  return (Object.keys(live) as (keyof typeof live)[]).flatMap(what =>
    differ(what, counted[what], live[what]),
  );
}

function compareWithWorld(
  counted: Figures,
  side: ReturnType<typeof sideFigures>,
  { shifts, day, planted, verified }: DayEnd,
  gateway: Summary,
  ledger: PracticeLedger,
): Disagreement[] {
  return [
    ...differ('gateway.received', counted.sales, gateway.received),
    ...differ('gateway.duplicates', 0, gateway.duplicates),
    ...differ('gateway.setAside', 0, gateway.setAside),
    ...differ('gateway.maxCapturesPerTender', 1, gateway.maxCapturesPerTender),
    ...differ('ledger.captured', counted.codes.captured, ledger.captured),
    ...differ('ledger.refunded', counted.codes.refunded, ledger.refunded),
    ...differ('receipts', counted.sales, side.receipts),
    ...differ('pendingAtEnd', 0, side.pendingAtEnd),
    ...differ('journal.verified', true, verified.verified),
    ...counted.shifts.flatMap((shift, index) => compareWithZ(shift, shifts[index])),
    ...differ('day.total', counted.total - counted.refunds.total, day.total),
    ...differ('the detective', true, shifts[0]?.suspects.some(({ about }) => about === planted) ?? false),
    ...differ('the second drawer', 0, shifts[1]?.z.variance),
  ];
}

const compareWithZ = (shift: ShiftFigures, closed: ClosedShift | undefined): Disagreement[] => [
  ...differ(`Z${shift.z} expected`, shift.cashExpected, closed?.z.expected),
  ...differ(`Z${shift.z} counted`, shift.cashCounted, closed?.z.counted),
  ...differ(`Z${shift.z} sales`, shift.sales, closed?.z.tally.sales.count),
  ...differ(`Z${shift.z} total`, shift.total, closed?.z.tally.sales.amount),
];

const differ = (what: string, journal: unknown, live: unknown): Disagreement[] =>
  isDeepStrictEqual(journal, live) ? [] : [{ what, journal, live }];
