/**
 * Where a word stands: words that begin alike stand together, so that a prefix of two letters, one Han
 * character or three digits of a code is one block and nothing else need be read. A shorter text is the
 * start of a block of its own, which holds all of those goods in one list. Of a code's end, two digits are a start.
 */
export function startOf(word: string): string {
  const first = word.charCodeAt(0);
  if (first < 0x80) return word.slice(0, marksOf(word) + (first === hash ? 3 : 2)).toWellFormed();
  return String.fromCodePoint(word.codePointAt(0)!).toWellFormed();
}

const hash = 0x23;
const dollar = 0x24;

/** How many marks of a code the word begins with. */
function marksOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first === hash) return word.charCodeAt(1) === hash ? 2 : 1;
  return first === dollar ? 1 : 0;
}

/** `ke` -> `k`; `#690` -> `#69`, `#6`; nothing for other starts, nor for what is only asked for whole. */
function shorterThan(start: string): string[] {
  if (start.charCodeAt(0) === dollar) return [];
  const least = marksOf(start) + 1;
  const shorter: string[] = [];
  for (let length = start.length - 1; length >= least; length--) shorter.push(start.slice(0, length));
  return shorter;
}

/** Words by their start, and which starts a shorter text stands for. */
export class ByStart<Word extends { readonly word: string }> {
  readonly #words = new Map<string, Word[]>();
  readonly #longer = new Map<string, string[]>();

  /** Each word once. */
  add(word: Word): void {
    const start = startOf(word.word);
    const alike = this.#words.get(start);
    if (alike) {
      alike.push(word);
      return;
    }
    this.#words.set(start, [word]);
    for (const shorter of shorterThan(start)) {
      const longer = this.#longer.get(shorter);
      if (longer) longer.push(start);
      else this.#longer.set(shorter, [start]);
    }
  }

  /** The words of this very start. */
  wordsOf(start: string): readonly Word[] {
    return this.#words.get(start) ?? [];
  }

  /** The starts that begin with `text` and are longer; none where it stands for no others. */
  longerThan(text: string): readonly string[] {
    return this.#longer.get(text) ?? [];
  }

  /** All starts, those among them that only stand for longer ones, in order. */
  starts(): string[] {
    return [...new Set([...this.#words.keys(), ...this.#longer.keys()])].sort();
  }
}
