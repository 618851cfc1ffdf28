import { readFileSync, statfsSync } from 'node:fs';
import { arch, cpus, release, totalmem } from 'node:os';

/** Times of one kind of work, in ms. */
export type Times = {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
};

/** Percentiles of `samples` (ms), to three digits behind the point. */
export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    count: sorted.length,
    p50: round(at(0.5)),
    p95: round(at(0.95)),
    p99: round(at(0.99)),
    max: round(sorted.at(-1) ?? 0),
  };
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** How long `work` took, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** One line of the table: what is promised, and what came out. */
export type Row = {
  readonly name: string;
  readonly goal: string;
  /** Null where nothing is promised about this line, or nothing could be measured. */
  readonly met: boolean | null;
  readonly measured: Readonly<Record<string, unknown>>;
  /** The one number that is compared with the goal, as people read it. */
  readonly said: string;
};

/** What the figures were taken on; without it they mean nothing. */
export function machineFacts(folder: string): Readonly<Record<string, string | number>> {
  const { type, bsize } = statfsSync(folder);
  return {
    node: process.version,
    system: `${process.platform} ${release()} ${arch()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
    fileSystem: `type 0x${type.toString(16)}, block ${bsize}`,
    loadAverage: loadAverage(),
  };
}

/** Others at work on the machine make every ratio less sure. */
function loadAverage(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
  } catch {
    return 'unknown'; // Only Linux has it.
  }
}

/** Bytes this process has handed to `write` so far; 0 where the system does not count them. */
export function bytesWritten(): number {
  try {
    return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
