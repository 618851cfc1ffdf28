import { codeToken, fold, type Run, runsOf } from './fold.ts';
import { width } from './tokens.ts';

/** A query as the index and the eye understand it. */
export type SearchQuery = {
  /** For FTS5. May let through more than it should where `exact` is false, never less. */
  readonly expression: string;
  readonly exact: boolean;
  /** Asked of goods by their whole tokens (`wholeTokens`). */
  readonly matches: (wholeTokens: string) => boolean;
};

/** More words than this narrow nothing down; a bound for pasted text. */
const wordsMax = 8;
const runsMax = 16;

/**
 * Reads what somebody typed: words between blanks must all be found, in any order; a word may mix kinds
 * (`kk330`, `可乐330`) and then each part must be found; a word of letters and digits may also be the
 * beginning of a code (`LB0001`). Null when there is nothing to look for. Only letters, digits and Han
 * characters reach the expression, in quotes, so no text can break it.
 */
export function parseQuery(text: string): SearchQuery | null {
  const words = fold(text)
    .split(/\s+/)
    .map(readWord)
    .filter(word => word !== null)
    .slice(0, wordsMax);
  if (words.length === 0) return null;
  return {
    expression: words.map(word => `(${word.expression})`).join(' AND '),
    exact: words.every(word => word.exact),
    matches: tokens => words.every(word => word.matches(tokens)),
  };
}

function readWord(word: string): SearchQuery | null {
  const runs = runsOf(word).slice(0, runsMax);
  if (runs.length === 0) return null;
  const parts = runs.map(readRun);
  const asName: SearchQuery = {
    expression: parts.map(part => `(${part.expression})`).join(' AND '),
    exact: parts.every(part => part.exact),
    matches: tokens => parts.every(part => part.matches(tokens)),
  };
  // A single run begins a code as it stands; a number with a point begins none.
  if (runs.length === 1) return asName;
  if (runs.some(run => run.kind === 'han')) return asName;
  const code = codeToken(word);
  const needle = ` ${code}`;
  return {
    expression: `(${startsWith(code)}) OR (${asName.expression})`,
    exact: asName.exact,
    matches: tokens => tokens.includes(needle) || asName.matches(tokens),
  };
}

function readRun({ kind, text }: Run): SearchQuery {
  const needle = ` ${text}`;
  const matches = (tokens: string) => tokens.includes(needle);
  if (kind === 'digits') return { expression: startsWith(text), exact: true, matches };
  if (kind === 'han')
    return { expression: hanExpression(text), exact: [...text].length <= width.han, matches };
  return { expression: lettersExpression(text), exact: text.length <= width.initials, matches };
}

/** One character begins some token; more are asked for pair by pair. */
function hanExpression(text: string): string {
  const characters = [...text];
  if (characters.length < width.han) return startsWith(text);
  return windows(characters, width.han).map(quoted).join(' AND ');
}

/** Full pinyin or a Latin word, from its start; or initials, where they are longer than a token, window by window. */
function lettersExpression(text: string): string {
  if (text.length <= width.initials) return startsWith(text);
  const initials = windows([...text], width.initials)
    .map(quoted)
    .join(' AND ');
  return `${startsWith(text.slice(0, width.sound))} OR (${initials})`;
}

function windows(characters: readonly string[], size: number): string[] {
  const all = new Set<string>();
  for (let from = 0; from + size <= characters.length; from++)
    all.add(characters.slice(from, from + size).join(''));
  return [...all];
}

const startsWith = (token: string): string => `"${token}" *`;
const quoted = (token: string): string => `"${token}"`;
