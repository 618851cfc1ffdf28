import { parentPort, workerData } from 'node:worker_threads';
import { wordMakerHere } from '../../features/catalog/search/word-maker.ts';
import { givingWay, lowerOwnPriority } from '../give-way.ts';
import { type PackedPart, packedPart } from './packed-part.ts';

// The thread of one new catalogue: words are most of the work of an import, and take nothing of the database.

/** What the thread is told: goods as name and codes, one after the other, or that the part has all of them. */
export type WordOrder =
  | { readonly type: 'take'; readonly goods: readonly string[] }
  | { readonly type: 'end-part' };

const port = parentPort!;
const giveWay = givingWay(workerData as Int32Array);
const maker = wordMakerHere();
lowerOwnPriority();

port.on('message', (order: WordOrder) => {
  giveWay();
  if (order.type === 'end-part') return tell(packedPart([...blocksNow()]));
  for (let at = 0; at < order.goods.length; at += 2) {
    maker.take(order.goods[at]!, order.goods[at + 1]!.split(' '));
  }
});

function* blocksNow() {
  const blocks = maker.endPart().blocks();
  for (let next = blocks.next(); !next.done; next = blocks.next()) if (next.value) yield next.value;
}

const tell = (part: PackedPart): void => port.postMessage(part, [part.ends.buffer, part.bytes.buffer]);
