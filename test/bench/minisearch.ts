import MiniSearch from 'minisearch';
import { readingsOf } from '../../electron/features/catalog/search/pinyin.ts';
import { pointsOf } from '../../electron/features/catalog/search/points.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { listGoods } from './goods.ts';

// The peer of our search, in a process of its own because it keeps everything in memory: `COUNT SEED LIMIT` as
// arguments, `ready` when it has taken the whole list up, then for each text that comes how many ms it took and
// how many goods it found.

const [count = 0, seed = 0, limit = 0] = process.argv.slice(2).map(Number);

/** Han characters one by one, numbers and words of letters: without that it finds nothing in Chinese. */
const termsOf = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|\d+(?:\.\d+)?|((?!\p{Script=Han})\p{L})+/gu) ?? [];

/** What is heard of a name, as one word in full and one of initials: it has no other way to pinyin. */
function soundsOf(name: string): string {
  const syllables = readingsOf(pointsOf(name.replace(/\P{Script=Han}/gu, ''))).map(([likely = '']) => likely);
  return `${syllables.join('')} ${syllables.map(syllable => syllable.slice(0, 1)).join('')}`;
}

const index = new MiniSearch<{ id: number; code: string; name: string; sounds: string }>({
  fields: ['code', 'name', 'sounds'],
  tokenize: termsOf,
  searchOptions: { prefix: true, combineWith: 'AND' },
});
for (const [id, { code, name }] of listGoods(count, seededRng(seed)).entries()) {
  index.add({ id, code, name, sounds: soundsOf(name) });
}

process.on('message', (text: string) => {
  const began = performance.now();
  const found = index.search(text).slice(0, limit);
  process.send?.({ ms: performance.now() - began, found: found.length });
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
