/** What the name of a backup says. It has this name only once it has been proved. */
export type BackupName = {
  /** UTC, `20261128-210500`; for people, and as right as the till's clock was. */
  readonly stamp: string;
  /** Journal rows in it. */
  readonly rows: number;
  /** How the SHA-256 of the file begins: what the name says of the content goes wherever the file goes. */
  readonly digest: string;
};

const pattern = /^backup-(\d{8}-\d{6})-(\d+)-([0-9a-f]{16})\.db$/;
const lastKept = 7;
const monthsKept = 12;

export const backupName = ({ stamp, rows, digest }: BackupName): string =>
  `backup-${stamp}-${rows}-${digest}.db`;

/** Wall ms -> `20261128-210500`. */
export const stampOf = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

/** Undefined for a file that is no backup of ours. */
export function readBackupName(file: string): BackupName | undefined {
  const [, stamp, rows, digest] = pattern.exec(file) ?? [];
  return stamp && rows && digest ? { stamp, rows: Number(rows), digest } : undefined;
}

/**
 * Which of the files in a folder have had their day now that `newest` is there: all but the last seven and the
 * last of each of twelve months. Last by the clock and last by the journal both count, for the clock may have
 * been wrong, and after a restore the journal goes on from fewer rows. What is no backup of ours stays.
 */
export function supersededBackups(files: readonly string[], newest: string): string[] {
  const known = files.flatMap(file => {
    const name = readBackupName(file);
    return name ? [{ file, ...name }] : [];
  });
  const byClock = known.toSorted((a, b) => compare(b.stamp, a.stamp) || b.rows - a.rows);
  const byJournal = byClock.toSorted((a, b) => b.rows - a.rows);
  const months = new Map(byClock.toReversed().map(each => [each.stamp.slice(0, 6), each]));
  const lastOfMonths = [...months.values()].sort((a, b) => compare(b.stamp, a.stamp)).slice(0, monthsKept);
  const kept = [...byClock.slice(0, lastKept), ...byJournal.slice(0, lastKept), ...lastOfMonths];
  const keeps = new Set([newest, ...kept.map(({ file }) => file)]);
  return known.map(({ file }) => file).filter(file => !keeps.has(file));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
