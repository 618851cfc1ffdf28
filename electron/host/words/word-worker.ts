import { parentPort, workerData } from 'node:worker_threads';
import { AheadMaker } from '../../features/catalog/search/ahead-maker.ts';
import type { StoredBlock } from '../../features/catalog/search/block.ts';
import { givingWay, lowerOwnPriority } from '../give-way.ts';
import { type PackedPart, packedPart } from './packed-part.ts';

// The thread of one new catalogue: words are most of the work of an import, and take nothing of the database.

/**
 * What the thread is told: goods that are foreseen, and goods that are taken, as name and codes one after the other; or
 * that the part has all of them. `foreseen` says of each that is taken under which number it was foreseen, -1 for the
 * next of `goods`.
 */
export type WordOrder =
  | { readonly type: 'foresee'; readonly goods: readonly string[] }
  | { readonly type: 'take'; readonly foreseen: readonly number[]; readonly goods: readonly string[] }
  | { readonly type: 'end-part' };

const port = parentPort!;
const giveWay = givingWay(workerData as Int32Array);
const maker = new AheadMaker();
lowerOwnPriority();

port.on('message', (order: WordOrder) => {
  giveWay();
  if (order.type === 'end-part') tell(packedPart([...blocks()]));
  else if (order.type === 'foresee') foresee(order.goods);
  else take(order.foreseen, order.goods);
});

/** Steps between two looks at whether somebody has said a word: about a millisecond. */
const stepsAtOnce = 1_000;

function* blocks(): Generator<StoredBlock> {
  let steps = 0;
  for (const block of maker.endPart()) {
    if (block) yield block;
    steps += 1;
    if (steps % stepsAtOnce === 0) giveWay();
  }
}

function foresee(goods: readonly string[]): void {
  for (let at = 0; at < goods.length; at += 2) maker.foresee(goods[at]!, goods[at + 1]!.split(' '));
}

function take(foreseen: readonly number[], goods: readonly string[]): void {
  let at = 0;
  for (const number of foreseen) {
    if (number >= 0) {
      maker.takeForeseen(number);
      continue;
    }
    maker.take(goods[at]!, goods[at + 1]!.split(' '));
    at += 2;
  }
}

const tell = (part: PackedPart): void => port.postMessage(part, [part.ends.buffer, part.bytes.buffer]);
