import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook, type WorkbookFault } from '../../features/catalog/import/workbook.ts';

// The thread of one workbook: unpacking and reading a large one would stop the till for seconds.

/** What the thread tells. A `piece` comes for each time that one is asked for; nothing more after `end` or `failed`. */
export type WorkbookNews =
  | { readonly type: 'sheet'; readonly sheet: string }
  | { readonly type: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly why: WorkbookFault };

const port = parentPort!;
const tell = (news: WorkbookNews, moved: ArrayBuffer[] = []): void => port.postMessage(news, moved);

const read = await readWorkbook(workerData as Uint8Array<ArrayBuffer>);
if (read.ok) {
  const { sheet, pieces } = read.value;
  port.on('message', () => {
    const next = pieces.next();
    if (!next.done) return tell({ type: 'piece', bytes: next.value }, [next.value.buffer]);
    tell({ type: 'end' });
    port.close();
  });
  tell({ type: 'sheet', sheet });
} else {
  tell({ type: 'failed', why: read.refusal });
  port.close();
}
