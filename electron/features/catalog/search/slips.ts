/** A word, character by character. */
export type Letters = ArrayLike<number>;

/** Shorter words have too many neighbours for a slip to mean anything. */
export const slipMin = 5;

export function lettersOf(word: string): Letters {
  const letters = new Uint16Array(word.length);
  for (let at = 0; at < word.length; at++) letters[at] = word.charCodeAt(at);
  return letters;
}

/** How much of a word `nearTo` looks at: each letter that was typed may stand for itself and a silent one. */
export const lettersLookedAt = (typed: string): number => 2 * typed.length + 2;

/**
 * Asks whether somebody who typed `typed` may have meant a word, or its beginning: with one letter wrong,
 * missing, too many or swapped with the next, or with sounds that many people do not tell apart. Only the
 * first `length` letters of the word are looked at; where they are `cut`, nobody knows how the word goes on.
 */
export function nearTo(typed: string, isCut: (length: number) => boolean = () => false) {
  const letters = lettersOf(typed);
  return (word: Letters, length: number): boolean => {
    const cut = isCut(length);
    return hasOneSlip(letters, word, length, cut) || soundsAlike(letters, word, length, cut);
  };
}

function hasOneSlip(typed: Letters, word: Letters, length: number, cut: boolean): boolean {
  let at = 0;
  while (at < typed.length && at < length && typed[at] === word[at]) at += 1;
  return (
    goesOnAlike(typed, at + 1, word, at + 1, length, cut) ||
    goesOnAlike(typed, at + 1, word, at, length, cut) ||
    goesOnAlike(typed, at, word, at + 1, length, cut) ||
    (at + 1 < length &&
      typed[at] === word[at + 1] &&
      typed[at + 1] === word[at] &&
      goesOnAlike(typed, at + 2, word, at + 2, length, cut))
  );
}

/** Whether what was typed from `here` on is what the word has from `there` on; asked of thousands of words, so it makes nothing. */
function goesOnAlike(
  typed: Letters,
  here: number,
  word: Letters,
  there: number,
  length: number,
  cut: boolean,
): boolean {
  const same = Math.max(0, Math.min(typed.length - here, length - there));
  for (let at = 0; at < same; at++) if (typed[here + at] !== word[there + at]) return false;
  return here + same >= typed.length || cut;
}

const [g, h, l, n] = [0x67, 0x68, 0x6c, 0x6e];
/** z, c, s: with an h after them they are other sounds, but not in every mouth. */
const hissing = new Set([0x7a, 0x63, 0x73]);
/** a, e, i: before -n and -ng. */
const vowels = new Set([0x61, 0x65, 0x69]);

/** zh and z, ch and c, sh and s, l and n, -ang and -an, -eng and -en, -ing and -in, wherever they stand. */
function soundsAlike(typed: Letters, word: Letters, length: number, cut: boolean): boolean {
  let [here, there] = [0, 0];
  while (here < typed.length && there < length) {
    const [one, other] = [typed[here]!, word[there]!];
    if (one === other || (one === l && other === n) || (one === n && other === l)) {
      here += 1;
      there += 1;
    } else if (isSilent(word, there)) there += 1;
    else if (isSilent(typed, here)) here += 1;
    else return false;
  }
  while (here < typed.length && isSilent(typed, here)) here += 1;
  return here >= typed.length || (cut && there >= length);
}

/** The h of zh, ch, sh; the g of -ang, -eng, -ing. */
function isSilent(letters: Letters, at: number): boolean {
  if (letters[at] === h) return hissing.has(letters[at - 1]!);
  return letters[at] === g && letters[at - 1] === n && vowels.has(letters[at - 2]!);
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/** The first two letters of the words that may be meant, likelier ones first: most slips come after them. */
export function nearStarts(typed: string): string[] {
  const [first = '', second = '', third = ''] = typed;
  const alike = first === 'n' ? 'l' : first === 'l' ? 'n' : first;
  return [
    ...new Set([
      first + second,
      alike + second,
      `${first}h`,
      second + first,
      first + third,
      ...alphabet.map(letter => first + letter),
      second + third,
      ...alphabet.flatMap(letter => [letter + second, letter + first]),
    ]),
  ];
}

/**
 * Every code that becomes `typed` by one wrong, missing, extra or swapped character; what stands before that is no
 * more than the first `through` characters.
 */
export function codesNear(typed: string, through: number): string[] {
  const characters = [...(/[a-z]/i.test(typed) ? '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '0123456789')];
  const near = new Set<string>();
  for (let at = 0; at <= Math.min(through, typed.length); at++) {
    const [before, here, after] = [typed.slice(0, at), typed.slice(at, at + 1), typed.slice(at + 1)];
    for (const each of characters) near.add(before + each + here + after);
    if (here === '') continue;
    near.add(before + after);
    for (const each of characters) near.add(before + each + after);
    near.add(before + after.slice(0, 1) + here + after.slice(1));
  }
  near.delete(typed);
  return [...near];
}
