import { englishWords } from './english-words.ts';
import type { Run } from './fold.ts';
import { allOf, anyOf, readRun, runsOfWord, type SearchQuery, wordsOf } from './query.ts';

const names = new Map(Object.entries(englishWords.names));

/**
 * The query as a Chinese price list says it: English words for what goods are called in it, everything else as
 * it was typed. Null where no word is known. It is the query that is put into Chinese, not the index.
 */
export function parseAliases(text: string): SearchQuery | null {
  const runs = wordsOf(text).flatMap(runsOfWord);
  return runs.some(isKnown) ? allOf(runs.map(run => inChinese(run) ?? readRun(run))) : null;
}

const isKnown = (run: Run): boolean => inChinese(run) !== null;

function inChinese({ kind, text }: Run): SearchQuery | null {
  if (kind !== 'letters') return null;
  const found = names.get(text) ?? names.get(text.replace(/s$/, '')) ?? names.get(text.replace(/es$/, ''));
  return found ? found.map(name => readRun({ kind: 'han', text: name })).reduce(anyOf) : null;
}
