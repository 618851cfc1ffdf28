/** The parts of a keyboard event that decide what a key means; a test makes them by hand. */
export type KeyStroke = {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
};

// Chinese input methods report `Process` for every key and keep only `code`; then the US layout says
// which character was meant, which is also the layout that scanners are shipped with.
const usLayout: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
};
const shiftedDigits = ')!@#$%^&*(';
const padKeys: Readonly<Record<string, string>> = {
  NumpadDecimal: '.',
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
};
const noKey = new Set(['Process', 'Unidentified', 'Dead']);

/**
 * The character a key types, or null if it types none. The number pad types figures with NumLock on or off:
 * a till's pad has no other use, and a pad that deletes lines because a light is off loses sales.
 */
export function charOf(stroke: KeyStroke): string | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  const padDigit = /^Numpad(\d)$/.exec(stroke.code);
  if (padDigit) return padDigit[1]!;
  if (padKeys[stroke.code]) return padKeys[stroke.code]!;
  if (noKey.has(stroke.key)) return fromLayout(stroke);
  const folded = stroke.key.normalize('NFKC');
  return [...stroke.key].length === 1 && folded.length > 0 ? folded : null;
}

function fromLayout({ code, shiftKey }: KeyStroke): string | null {
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter) return shiftKey ? letter[1]! : letter[1]!.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code);
  if (digit) return shiftKey ? shiftedDigits[Number(digit[1])]! : digit[1]!;
  return usLayout[code]?.[shiftKey ? 1 : 0] ?? null;
}

const named =
  /^(F\d{1,2}|Enter|NumpadEnter|Escape|Delete|Backspace|Insert|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right))$/;

/**
 * The name under which a key is listed: `F6`, `Shift+F6`, `Ctrl+Delete`, `Enter`, `ArrowUp`; null for keys
 * that only type. It goes by `code`, so every key works while an input method is on.
 */
export function keyName(stroke: KeyStroke): string | null {
  if (!named.test(stroke.code)) return null;
  const base = stroke.code === 'NumpadEnter' ? 'Enter' : stroke.code;
  return [...heldOf(stroke), base].join('+');
}

/** A name for any key, for whoever asks to be told which one was pressed; null for those that are only held. */
export function anyKeyName(stroke: KeyStroke): string | null {
  if (/^(Shift|Control|Alt|Meta|CapsLock|NumLock)/.test(stroke.code)) return null;
  return keyName(stroke) ?? [...heldOf(stroke), stroke.code.replace(/^(Key|Digit)/, '')].join('+');
}

const heldOf = (stroke: KeyStroke): string[] =>
  [
    stroke.ctrlKey && 'Ctrl',
    stroke.altKey && 'Alt',
    stroke.metaKey && 'Meta',
    stroke.shiftKey && 'Shift',
  ].filter(held => held !== false);
