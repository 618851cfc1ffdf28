import type { MessagePort } from 'node:worker_threads';
import { AheadMaker } from '../../features/catalog/search/ahead-maker.ts';
import type { StoredBlock } from '../../features/catalog/search/block.ts';
import { packedPart } from './packed-part.ts';

/**
 * What the thread is told: goods that are foreseen, and goods that are taken, as name and codes one after the other; or
 * that the part has all of them. `foreseen` says of each that is taken under which number it was foreseen, -1 for the
 * next of `goods`.
 */
export type WordOrder =
  | { readonly type: 'foresee'; readonly goods: readonly string[] }
  | { readonly type: 'take'; readonly foreseen: readonly number[]; readonly goods: readonly string[] }
  | { readonly type: 'end-part' };

/** Makes the words of one new catalogue as `port` orders; `giveWay` is called between two pieces of it. */
export function makeWords(port: MessagePort, giveWay: () => void): void {
  const maker = new AheadMaker();
  port.on('message', (order: WordOrder) => {
    giveWay();
    if (order.type === 'foresee') foresee(maker, order.goods);
    else if (order.type === 'take') take(maker, order.foreseen, order.goods);
    else {
      const part = packedPart([...blocksOf(maker, giveWay)]);
      port.postMessage(part, [part.ends.buffer, part.bytes.buffer]);
    }
  });
}

/** Steps between two looks at whether somebody has said a word: about a millisecond. */
const stepsAtOnce = 1_000;

function* blocksOf(maker: AheadMaker, giveWay: () => void): Generator<StoredBlock> {
  let steps = 0;
  for (const block of maker.endPart()) {
    if (block) yield block;
    steps += 1;
    if (steps % stepsAtOnce === 0) giveWay();
  }
}

function foresee(maker: AheadMaker, goods: readonly string[]): void {
  for (let at = 0; at < goods.length; at += 2) maker.foresee(goods[at]!, goods[at + 1]!.split(' '));
}

function take(maker: AheadMaker, foreseen: readonly number[], goods: readonly string[]): void {
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
