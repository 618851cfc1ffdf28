import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { journalHead, recordsAfter } from '../../electron/core/journal.ts';
import { openReadDb, openWriteDb, type ReadDb } from '../../electron/db/open.ts';
import { startPracticeGateway } from '../../electron/host/practice-gateway.ts';
import type { SealedRecord } from '../../shared/domain/journal.ts';
import { batchBytesMax, batchRecordsMax } from '../../shared/domain/uplink.ts';
import { assert } from '../../shared/lib/assert.ts';
import { type Row, round } from './measure.ts';
import type { BenchTill } from './rig.ts';

const ratioGoal = 0.5;
const readAtOnce = 20;
/** The till counts UTF-16 units and leaves room for what they become in UTF-8. */
const batchTextMax = batchBytesMax / 4;
const drainWaitMs = 600_000;

export type DrainTimes = {
  readonly records: number;
  readonly drainMs: number;
  readonly bareMs: number;
  readonly recordsPerSecond: number;
  readonly bareRecordsPerSecond: number;
  /** Throughput of the drain over that of the bare loop. */
  readonly ratio: number;
};

/**
 * Everything the journal holds, from the till to a gateway process on loopback that checks, judges and
 * stores it durably; against a bare loop that reads the same rows, sends the same batches over HTTP to a
 * process that only parses and durably stores them, and marks each durably.
 */
export async function timeDrain(till: BenchTill): Promise<DrainTimes> {
  const gateway = await startPracticeGateway(path.join(till.paths.data, 'gateway'));
  try {
    const bareBefore = await bareLoopMs(till);
    const { drainMs, records } = await drainedMs(till, gateway);
    const bareMs = (bareBefore + (await bareLoopMs(till))) / 2;
    return {
      records,
      drainMs: round(drainMs),
      bareMs: round(bareMs),
      recordsPerSecond: Math.round((records / drainMs) * 1000),
      bareRecordsPerSecond: Math.round((records / bareMs) * 1000),
      ratio: round(bareMs / drainMs),
    };
  } finally {
    await gateway.stop();
  }
}

export function drainRow(times: DrainTimes): Row {
  return {
    name: `outbox drain of ${times.records} records to a loopback gateway`,
    goal: `>= ${ratioGoal} of the bare loop`,
    met: times.ratio >= ratioGoal,
    measured: times,
    said: `${times.ratio} (${times.recordsPerSecond} / ${times.bareRecordsPerSecond} records a second)`,
  };
}

async function drainedMs({ hands }: BenchTill, { url, code }: { url: string; code: string }) {
  const began = performance.now();
  await hands.say('syncing.enrol', { url, code });
  const { waitingRows } = await hands.see('syncing.state');
  await hands.until('syncing.state', sync => sync.waitingRows === 0, drainWaitMs);
  return { drainMs: performance.now() - began, records: waitingRows };
}

async function bareLoopMs({ paths }: BenchTill): Promise<number> {
  const child = fork(fileURLToPath(new URL('./bare-gateway.ts', import.meta.url)), [
    path.join(paths.data, 'bare-gateway.db'),
  ]);
  const [port] = (await once(child, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const db = openReadDb(paths.database);
  const marks = openWriteDb(path.join(paths.data, 'bare-marks.db'));
  try {
    marks.script('CREATE TABLE IF NOT EXISTS marks (seq INTEGER NOT NULL) STRICT');
    const { seq: end } = journalHead(db);
    const began = performance.now();
    for (let seq = 0; seq < end; ) {
      const records = batchAfter(db, seq);
      seq += records.length;
      await post(agent, port, JSON.stringify({ records }));
      marks.run('INSERT INTO marks (seq) VALUES (?)', [seq]);
    }
    return performance.now() - began;
  } finally {
    agent.destroy();
    db.close();
    marks.close();
    child.kill();
  }
}

/** As many records as the till puts into one batch, read a few at a time so that none is read in vain. */
function batchAfter(db: ReadDb, after: number): SealedRecord[] {
  const batch: SealedRecord[] = [];
  let text = 0;
  while (batch.length < batchRecordsMax && text < batchTextMax) {
    const more = recordsAfter(db, 'till', after + batch.length, readAtOnce);
    if (more.length === 0) break;
    batch.push(...more);
    text += JSON.stringify(more).length;
  }
  return batch;
}

function post(agent: Agent, port: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({
      agent,
      host: '127.0.0.1',
      port,
      method: 'POST',
      headers: { 'content-length': Buffer.byteLength(body) },
    });
    sent.once('error', reject);
    sent.once('response', response => {
      assert(response.statusCode === 200, 'the bare gateway took the batch');
      response.resume().once('end', resolve);
    });
    sent.end(body);
  });
}
