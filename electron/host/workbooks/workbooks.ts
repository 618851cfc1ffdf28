import { Worker } from 'node:worker_threads';
import type { Env } from '../../../shared/env.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { WorkbookReader } from '../../core/ports.ts';
import type { WorkbookNews } from './workbook-worker.ts';

/** Megabytes that reading may take in the heap; a workbook that wants more is too large, and its thread ends. */
const heapMax = 1024;

/** Reads workbooks, each in a thread of its own. */
export const openWorkbooks = ({ log }: Pick<Env, 'log'>): WorkbookReader => ({
  read: (file, take, signal) =>
    new Promise(resolve => {
      const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
        workerData: file,
        transferList: [file.buffer],
        resourceLimits: { maxOldGenerationSizeMb: heapMax },
      });
      const end = (result: Result<{ sheet: string }, string>) => {
        signal.removeEventListener('abort', stop);
        void worker.terminate();
        resolve(result);
      };
      const stop = () => end(no('stopped'));
      signal.addEventListener('abort', stop);
      let sheet = '';
      worker.on('message', (news: WorkbookNews) => {
        if (news.type === 'failed') return end(no(news.why));
        if (news.type === 'end') return end(ok({ sheet }));
        if (news.type === 'sheet') sheet = news.sheet;
        else if (!take(news.bytes)) return end(no('workbook-too-large'));
        worker.postMessage('next');
      });
      worker.once('error', error => {
        log('warn', 'workbook.not-read', { error });
        end(no(isOutOfMemory(error) ? 'workbook-too-large' : 'workbook-broken'));
      });
      // After its last news this is told to nobody; before it, the till is being shut.
      worker.once('exit', stop);
    }),
});

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
