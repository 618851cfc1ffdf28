import { afterEach, expect, test } from 'vitest';
import type { StoredBlock } from '../../features/catalog/search/block.ts';
import { type WordMaker, wordMakerHere } from '../../features/catalog/search/word-maker.ts';
import { openWordMakers } from './words.ts';

const many = 50_000;
const goods = [
  '可口可乐 330ml',
  '重庆小面（麻辣）',
  'Coca-Cola 1.5L',
  '长寿面',
  '薯片 104g',
  '',
  '乐事-黄瓜味',
].map((name, index) => ({ name, codes: index % 3 === 0 ? [] : [`690${index}000000017`, `A-${index}`] }));

const makers = openWordMakers(
  { log: () => {}, after: () => () => {} },
  new Int32Array(new SharedArrayBuffer(4)),
);
afterEach(() => makers.stop());

/** Two parts, the second of which begins before the words of the first are there. */
async function blocksOfTwoParts(maker: WordMaker) {
  const take = (from: number, to: number) => {
    for (const { name, codes } of goods.slice(from, to)) maker.take(name, codes);
    return maker.endPart();
  };
  const parts = [take(0, 4), take(4, goods.length)];
  for (const part of parts) await part.made;
  return parts.map(part =>
    [...({ [Symbol.iterator]: () => part.blocks() } as Iterable<StoredBlock | null>)].flatMap(block =>
      block ? [{ start: block.start, words: wordsIn(block.bytes) }] : [],
    ),
  );
}

/** Each word of a block, by what follows its start, with the bytes of its places; they stand in no order. */
function wordsIn(bytes: Uint8Array): Record<string, string> {
  const words: Record<string, string> = {};
  for (let at = 0; at < bytes.length; ) {
    const from = at + 1 + bytes[at]!;
    const word = Buffer.from(bytes.subarray(at + 1, from)).toString('utf8');
    let size = 0;
    for (at = from; bytes[at]! > 0x7f; at += 1) size |= (bytes[at]! & 0x7f) << (7 * (at - from));
    size |= bytes[at]! << (7 * (at - from));
    words[word] = Buffer.from(bytes.subarray(at + 1, at + 1 + size)).toString('hex');
    at += 1 + size;
  }
  return words;
}

test('a thread makes the very words that are made here', async () => {
  const there = await blocksOfTwoParts(makers.make(many));
  expect(there).toEqual(await blocksOfTwoParts(wordMakerHere()));
  expect(there.every(blocks => blocks.length > 0)).toBe(true);
});

test.each([
  ['all of them, in their order', goods],
  [
    'some of them, and others in between',
    [goods[3]!, { name: '茶叶蛋', codes: ['6'] }, goods[5]!, goods[6]!],
  ],
  ['the last first', goods.toReversed()],
  ['none of them', []],
])('goods that were foreseen have the same words: %s', async (_name, ahead) => {
  const maker = makers.make(many);
  for (const { name, codes } of ahead) maker.foresee(name, codes);
  expect(await blocksOfTwoParts(maker)).toEqual(await blocksOfTwoParts(wordMakerHere()));
});

test('few goods need no thread', () => {
  const maker = makers.make(9_999);
  maker.take('可乐', []);
  expect(maker.endPart().made).toBeNull();
});

test('a thread that began when its list came in makes the words of the import, and is gone where none follows', async () => {
  let forget = () => {};
  const after = (_ms: number, run: () => void) => {
    forget = run;
    return () => {};
  };
  const early = openWordMakers({ log: () => {}, after }, new Int32Array(new SharedArrayBuffer(4)));
  const there = await blocksOfTwoParts(wordMakerHere());
  early.expect(many);
  expect(await blocksOfTwoParts(early.make(many))).toEqual(there);
  early.expect(many);
  forget();
  expect(await blocksOfTwoParts(early.make(many))).toEqual(there);
  await early.stop();
});

test('a thread that has ended fails whoever waits for its words, now and later', async () => {
  const maker = makers.make(many);
  const waiting = maker.endPart();
  await makers.stop();
  await expect(waiting.made).rejects.toThrow('has ended');
  await expect(maker.endPart().made).rejects.toThrow('has ended');
});
