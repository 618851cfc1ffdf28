let segmenter: Intl.Segmenter | undefined;
const told = new Set<() => void>();

/** Opens the dictionary that knows words, for a quiet moment: it takes some 30 ms, which no start of a page has. */
export function openPhrases(): void {
  if (segmenter) return;
  segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const tell of told) tell();
}

export const hasPhrases = (): boolean => segmenter !== undefined;

/** Calls `tell` when they can be had; gives what takes that back. */
export function onPhrases(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

const isHan = (text: string): boolean => /^[\u2e80-\u9fff]+$/.test(text);
/** What a number counts in Chinese. */
const counted = new Set([...'号层粒片支包瓶罐袋盒卷抽听枚个斤克升元只条块张双打']);
/** Endings of words. */
const endings = new Set([...'牌性味型装面']);
const known = new Map<string, readonly string[]>();
const knownMax = 2_000;

/**
 * A name in stretches that are not to be broken over two lines: `甘泉牌` `饮用水` `1.5L`. A number keeps its unit (`2粒`),
 * a hyphen both its sides, and no last character of a Chinese word begins a line before a number. One stretch until
 * the dictionary is open.
 */
export function phrasesOf(name: string): readonly string[] {
  const seen = known.get(name);
  if (seen) return seen;
  if (!segmenter) return [name];
  const words = Array.from(segmenter.segment(name), ({ segment }) => segment);
  const phrases: string[] = [];
  for (const [at, word] of words.entries()) {
    const before = phrases.at(-1);
    if (before !== undefined && belongs(before, word, words[at + 1] ?? ''))
      phrases[phrases.length - 1] = before + word;
    else phrases.push(word);
  }
  if (known.size >= knownMax) known.clear();
  known.set(name, phrases);
  return phrases;
}

function belongs(before: string, word: string, next: string): boolean {
  if (/\s$/.test(before) || /^\s/.test(word)) return false;
  if (/[-.*×(（]$/.test(before) || /^[-.*×)）]/.test(word)) return true;
  if (/\d$/.test(before)) return counted.has(word) || !isHan(word);
  if (word === '装' && /\d[^\d]$/.test(before)) return true;
  if (!isHan(before) || !isHan(word) || word.length > 1) return false;
  return before.length <= 3 && (endings.has(word) || !isHan(next));
}
