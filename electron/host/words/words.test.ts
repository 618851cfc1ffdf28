import { afterEach, expect, test } from 'vitest';
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

const makers = openWordMakers({ log: () => {} }, new Int32Array(new SharedArrayBuffer(4)));
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
    [...({ [Symbol.iterator]: () => part.blocks() } as Iterable<unknown>)].filter(block => block !== null),
  );
}

test('a thread makes the very words that are made here', async () => {
  const there = await blocksOfTwoParts(makers.make(many));
  expect(there).toEqual(await blocksOfTwoParts(wordMakerHere()));
  expect(there.every(blocks => blocks.length > 0)).toBe(true);
});

test('few goods need no thread', () => {
  const maker = makers.make(9_999);
  maker.take('可乐', []);
  expect(maker.endPart().made).toBeNull();
});

test('a thread that has ended fails whoever waits for its words, now and later', async () => {
  const maker = makers.make(many);
  const waiting = maker.endPart();
  await makers.stop();
  await expect(waiting.made).rejects.toThrow('has ended');
  await expect(maker.endPart().made).rejects.toThrow('has ended');
});
