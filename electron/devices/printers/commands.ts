/**
 * ESC/POS as a stream of commands: what a printer's firmware sees before it acts. The virtual printer
 * decodes real bytes with it, so what it shows is what would be on paper.
 */
export type Command = { readonly at: number } & (
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | { readonly kind: 'reset' | 'line-feed' | 'carriage-return' }
  | { readonly kind: 'kanji'; readonly on: boolean }
  | { readonly kind: 'bold'; readonly on: boolean }
  | { readonly kind: 'size'; readonly wide: number; readonly high: number }
  | { readonly kind: 'align'; readonly n: number }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'pulse'; readonly pin: number; readonly on: number; readonly off: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'symbol'; readonly data: Uint8Array }
  | { readonly kind: 'ask-now'; readonly n: number }
  | { readonly kind: 'ask-in-turn'; readonly n: number }
  | { readonly kind: 'ask-process-id'; readonly id: Uint8Array }
  | { readonly kind: 'ignored' | 'stray-control' | 'unknown' | 'truncated' }
);

/** Cuts bytes into commands; every byte belongs to exactly one, unknown and truncated ones included. */
export function readCommands(bytes: Uint8Array): readonly Command[] {
  const commands: Command[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [command, length] = readCommand(bytes, at);
    commands.push(command);
    at += length;
  }
  return commands;
}

function readCommand(bytes: Uint8Array, at: number): readonly [Command, number] {
  const first = bytes[at]!;
  if (first >= 0x20 && first !== 0x7f) return readText(bytes, at);
  if (first === 0x0a) return [{ kind: 'line-feed', at }, 1];
  if (first === 0x0d) return [{ kind: 'carriage-return', at }, 1];
  const shape = shapes.find(({ prefix }) => prefix.every((byte, index) => bytes[at + index] === byte));
  if (shape) return readShape(bytes, at, shape);
  if (!introducers.has(first)) return [{ kind: 'stray-control', at }, 1];
  return [{ kind: at + 1 < bytes.length ? 'unknown' : 'truncated', at }, Math.min(2, bytes.length - at)];
}

function readText(bytes: Uint8Array, at: number): readonly [Command, number] {
  let end = at;
  while (end < bytes.length && bytes[end]! >= 0x20 && bytes[end] !== 0x7f) end += 1;
  return [{ kind: 'text', bytes: bytes.subarray(at, end), at }, end - at];
}

function readShape(bytes: Uint8Array, at: number, shape: Shape): readonly [Command, number] {
  const start = at + shape.prefix.length;
  const length = typeof shape.length === 'number' ? shape.length : shape.length(bytes.subarray(start));
  const whole = start + length <= bytes.length;
  if (!whole) return [{ kind: 'truncated', at }, bytes.length - at];
  return [shape.read(bytes.subarray(start, start + length), at), shape.prefix.length + length];
}

type Shape = {
  readonly prefix: readonly number[];
  /** Parameter bytes after the prefix. */
  readonly length: number | ((rest: Uint8Array) => number);
  readonly read: (parameters: Uint8Array, at: number) => Command;
};

// pL pH announce how many bytes follow them.
const announced = (rest: Uint8Array): number => 2 + (rest[0] ?? 0) + 256 * (rest[1] ?? 0);
const ignored = (_: Uint8Array, at: number): Command => ({ kind: 'ignored', at });

// Epson's ESC/POS command reference; longer prefixes stand before shorter ones.
const shapes: readonly Shape[] = [
  { prefix: [0x1b, 0x40], length: 0, read: (_, at) => ({ kind: 'reset', at }) },
  { prefix: [0x1b, 0x21], length: 1, read: ([n], at) => sizeOfMode(n!, at) },
  { prefix: [0x1b, 0x45], length: 1, read: ([n], at) => ({ kind: 'bold', on: (n! & 1) === 1, at }) },
  { prefix: [0x1b, 0x61], length: 1, read: ([n], at) => ({ kind: 'align', n: n!, at }) },
  { prefix: [0x1b, 0x64], length: 1, read: ([n], at) => ({ kind: 'feed', lines: n!, at }) },
  {
    prefix: [0x1b, 0x70],
    length: 3,
    read: ([m, on, off], at) => ({ kind: 'pulse', pin: m!, on: on!, off: off!, at }),
  },
  { prefix: [0x1b, 0x52], length: 1, read: ignored },
  { prefix: [0x1b, 0x74], length: 1, read: ignored },
  { prefix: [0x1b, 0x32], length: 0, read: ignored },
  { prefix: [0x1b, 0x33], length: 1, read: ignored },
  { prefix: [0x1c, 0x26], length: 0, read: (_, at) => ({ kind: 'kanji', on: true, at }) },
  { prefix: [0x1c, 0x2e], length: 0, read: (_, at) => ({ kind: 'kanji', on: false, at }) },
  {
    prefix: [0x1d, 0x21],
    length: 1,
    read: ([n], at) => ({ kind: 'size', wide: ((n! >> 4) & 7) + 1, high: (n! & 7) + 1, at }),
  },
  { prefix: [0x1d, 0x56, 0x42], length: 1, read: (_, at) => ({ kind: 'cut', at }) },
  { prefix: [0x1d, 0x56, 0x41], length: 1, read: (_, at) => ({ kind: 'cut', at }) },
  { prefix: [0x1d, 0x56], length: 1, read: (_, at) => ({ kind: 'cut', at }) },
  {
    prefix: [0x1d, 0x28, 0x6b],
    length: announced,
    read: (p, at) => ({ kind: 'symbol', data: p.subarray(2), at }),
  },
  {
    prefix: [0x1d, 0x28, 0x48],
    length: announced,
    read: (p, at) => ({ kind: 'ask-process-id', id: p.subarray(4), at }),
  },
  { prefix: [0x1d, 0x72], length: 1, read: ([n], at) => ({ kind: 'ask-in-turn', n: n!, at }) },
  { prefix: [0x10, 0x04], length: 1, read: ([n], at) => ({ kind: 'ask-now', n: n!, at }) },
];
const introducers: ReadonlySet<number> = new Set([0x10, 0x1b, 0x1c, 0x1d]);

function sizeOfMode(n: number, at: number): Command {
  return { kind: 'size', wide: n & 0x20 ? 2 : 1, high: n & 0x10 ? 2 : 1, at };
}
