import { codeToken, fold, runsOf } from './fold.ts';
import { readingsOf } from './pinyin.ts';

/** How many characters of a token the index keeps; a query that is longer is checked against the goods. */
export const width = { han: 2, sound: 8, initials: 4 } as const;

type Widths = { readonly [Kind in keyof typeof width]: number };
const unbounded: Widths = { han: Infinity, sound: Infinity, initials: Infinity };

/**
 * Everything by which goods can be found, one blank between tokens: from each Han character on (可口 口可
 * 可乐 乐), from each syllable on in full pinyin (kekoukele koukele kele le) and in initials (kkkl kkl kl l),
 * each number, each code. So every query is a prefix of a token, wherever in the name it begins.
 */
export const indexTokens = (name: string, codes: readonly string[]): string => tokensOf(name, codes, width);

/** The same, untruncated and fenced with blanks: `includes(' ' + text)` asks for a prefix of any token. */
export const wholeTokens = (name: string, codes: readonly string[]): string =>
  ` ${tokensOf(name, codes, unbounded)} `;

function tokensOf(name: string, codes: readonly string[], widths: Widths): string {
  let tokens = codes.length === 1 ? codeToken(codes[0]!) : codes.map(codeToken).join(' ');
  /** What is said aloud, in order; a second way of saying it where a character is read in two ways. */
  const spoken: string[] = [];
  let alternative: string[] | null = null;
  for (const { kind, text } of runsOf(fold(name))) {
    if (kind === 'digits') {
      tokens += ` ${text}`;
    } else if (kind === 'letters') {
      spoken.push(text);
      alternative?.push(text);
    } else {
      const characters = [...text];
      tokens += hanTokens(text, characters, widths.han);
      const [likely = [], everyday] = readingsOf(characters);
      if (everyday) alternative ??= [...spoken];
      alternative?.push(...(everyday ?? likely));
      spoken.push(...likely);
    }
  }
  tokens += soundTokens(spoken, widths);
  return alternative ? tokens + soundTokens(alternative, widths) : tokens;
}

function hanTokens(text: string, characters: readonly string[], most: number): string {
  let tokens = '';
  let from = 0;
  for (let index = 0; index < characters.length; index++) {
    const to = characters.length === text.length ? from + most : endOf(characters, index, most, from);
    tokens += ` ${text.slice(from, to)}`;
    from += characters[index]!.length;
  }
  return tokens;
}

/** Where `most` characters from `index` on end, in text in which some take two places. */
function endOf(characters: readonly string[], index: number, most: number, from: number): number {
  let end = from;
  for (const character of characters.slice(index, most === Infinity ? undefined : index + most))
    end += character.length;
  return end;
}

function soundTokens(syllables: readonly string[], { sound, initials }: Widths): string {
  let tokens = '';
  let joined = '';
  let first = '';
  for (let index = syllables.length - 1; index >= 0; index--) {
    const syllable = syllables[index]!;
    if (syllable === '') continue;
    joined = cut(syllable + joined, sound);
    first = cut(syllable[0]! + first, initials);
    tokens += ` ${joined} ${first}`;
  }
  return tokens;
}

const cut = (text: string, most: number): string => (text.length > most ? text.slice(0, most) : text);
