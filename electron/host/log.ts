import pino from 'pino';
import type { Log } from '../../shared/env.ts';
import { redact } from './redact.ts';
import { openRotatingFile, type RotatingFile } from './rotating-file.ts';

export type LogFile = { readonly log: Log; close(): void };

/**
 * Opens the till's log in `folder`: one JSON object per line, `event` a stable name, newest file
 * `till.jsonl`. Facts are redacted before they are written (`redact`). A disk that is full or gone never
 * stops a sale: the line is dropped and the next one that can be written says how many were.
 */
export function openLog(folder: string, limits?: Parameters<typeof openRotatingFile>[1]): LogFile {
  const file = openRotatingFile(folder, limits);
  return { log: logInto(file), close: () => file.close() };
}

function logInto(file: RotatingFile): Log {
  const logger = pino(
    {
      base: { pid: process.pid },
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: label => ({ level: label }) },
    },
    file,
  );
  return (level, event, facts = {}) => logger[level](redact(facts), event);
}
