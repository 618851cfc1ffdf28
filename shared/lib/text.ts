/** Two code units that only mean something together must not be torn apart; this cuts between them. */
export function clip(text: string, charactersMax: number): string {
  const characters = [...text];
  return characters.length <= charactersMax ? text : `${characters.slice(0, charactersMax).join('')}…`;
}

// Controls, marks that reorder or hide text, line separators, halves of characters: none has a place in a name.
const harmful = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Makes text from outside harmless for screen, paper and export: control characters, direction marks,
 * invisible marks and torn surrogates become blanks, runs of blanks one, ends trimmed, NFC.
 */
export function tameText(text: string): string {
  return text.normalize('NFC').replace(harmful, ' ').replace(/\s+/gu, ' ').trim();
}

/**
 * Full-width ASCII, as Chinese input methods type it, becomes plain ASCII, and the ideographic blank a
 * blank. Nothing else changes and the length stays: NFKC would read the raised fen of `5⁹⁰` as 590.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, wide =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
