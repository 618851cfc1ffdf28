import { type Floor, isWithin } from './floors.ts';
import { memberName, type Node, type Placed, type Source, textOf } from './source.ts';

/** Something that may not stand somewhere, and what to do instead. */
export type Ban = {
  readonly applies: (file: string, floor: Floor) => boolean;
  /** What is banned, as the code has it; undefined for anything else. */
  readonly finds: (placed: Placed) => string | undefined;
  readonly instead: string;
};

/** Everything banned in a source, one line each. */
export function banned(source: Source, floor: Floor): string[] {
  const active = bans.filter(ban => ban.applies(source.file, floor));
  return source.nodes.flatMap(placed =>
    active.flatMap(ban => {
      const found = ban.finds(placed);
      return found === undefined
        ? []
        : [`${source.file}:${source.lineOf(placed.node)}: ${found}: ${ban.instead}`];
    }),
  );
}

const onRepeatable = (_: string, floor: Floor) => floor.repeatable === true;
const askEnv = 'makes this floor unrepeatable; ask Env for it';
const inProduct = (file: string) => !isWithin(file, 'test');
const outside =
  (...places: readonly string[]) =>
  (file: string) =>
    inProduct(file) && !places.some(place => isWithin(file, place));

const worldlyNames = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'process',
  'console',
  'performance',
  'crypto',
  'localStorage',
  'navigator',
]);
/** Of `node:crypto`, what depends on chance; hashing does not. */
const chance = new Set([
  'randomUUID',
  'randomBytes',
  'randomInt',
  'randomFillSync',
  'webcrypto',
  'getRandomValues',
]);
const localTime =
  /^\.?(?:get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)|set(?:FullYear|Month|Date|Hours|Minutes|Seconds|Milliseconds)|toLocale(?:Date|Time)String|toDateString|toTimeString)$/;
/** SQLite's own clock and dice. */
export const worldlySql =
  /\b(?:date|time|datetime|julianday|unixepoch|strftime|timediff)\s*\([^)]*'now'|\b(?:date|time|datetime|julianday|unixepoch)\s*\(\s*\)|\bcurrent_(?:time|date|timestamp)\b|\brandom(?:blob)?\s*\(/i;

export const bans: readonly Ban[] = [
  { applies: onRepeatable, instead: askEnv, finds: worldly },
  {
    applies: onRepeatable,
    instead: 'reads the machine’s time zone; format on an edge, from the shop’s own zone',
    finds: ({ node }) => {
      const name = memberName(node);
      const last = name?.slice(name.lastIndexOf('.'));
      return last && localTime.test(last) ? last.slice(1) : undefined;
    },
  },
  {
    applies: (file, floor) => onRepeatable(file, floor) && !isWithin(file, 'shared/i18n'),
    instead: 'only shared/i18n writes times, in the shop’s own zone',
    finds: ({ node }) => (memberName(node) === 'Intl.DateTimeFormat' ? 'Intl.DateTimeFormat' : undefined),
  },
  {
    applies: onRepeatable,
    instead: 'SQLite’s clock and dice make this floor unrepeatable; bind what Env says',
    finds: ({ node }) => {
      const found = worldlySql.exec(textOf(node) ?? '');
      return found ? found[0] : undefined;
    },
  },
  {
    applies: (_, floor) => floor.synchronous === true,
    instead: 'nothing is waited for on this floor: what was checked must still be true when it is used',
    finds: ({ node, parent, key }) => {
      if (node.async === true) return 'async';
      if (node.type === 'AwaitExpression') return 'await';
      return isName(node, parent, key) && node.name === 'Promise' ? 'Promise' : undefined;
    },
  },
  {
    applies: outside('electron/db', 'gateway/store'),
    instead: 'only electron/db and gateway/store open databases, for only they make COMMIT durable',
    finds: ({ node }) =>
      node.type === 'NewExpression' && (node.callee as Node).name === 'Database' ? 'new Database' : undefined,
  },
  {
    // Sentences may speak of it: the doctor tells what it found.
    applies: outside('electron/db', 'gateway/store', 'shared/i18n'),
    instead: 'durability is decided in electron/db and gateway/store only',
    finds: ({ node }) =>
      /\bsynchronous\s*=|\bjournal_mode\b/i.test(textOf(node) ?? '') ? 'pragma' : undefined,
  },
  {
    applies: inProduct,
    instead: 'SQLite plans anew whenever it is bound; write LIMIT +?',
    finds: ({ node }) => (/\blimit\s+[?:]/i.test(textOf(node) ?? '') ? 'LIMIT ?' : undefined),
  },
  {
    applies: outside('renderer/connect.ts'),
    instead: 'only renderer/connect.ts knows that there are two hosts',
    finds: ({ node }) =>
      node.type === 'Identifier' && /^is_?electron$/i.test(String(node.name)) ? String(node.name) : undefined,
  },
  {
    applies: inProduct,
    instead: 'text from outside is text, never markup',
    finds: ({ node }) => {
      const name = node.type === 'Identifier' || node.type === 'JSXIdentifier' ? node.name : textOf(node);
      return name === 'dangerouslySetInnerHTML' || name === 'innerHTML' || name === 'outerHTML'
        ? name
        : undefined;
    },
  },
];

function worldly({ node, parent, key }: Placed): string | undefined {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const callee = node.callee as Node;
    const bare = callee.type === 'Identifier' && callee.name === 'Date';
    const given = (node.arguments as unknown[]).length;
    if (bare && (given === 0 || node.type === 'CallExpression')) return 'Date() without a time';
  }
  const member = memberName(node);
  if (member === 'Date.now' || member === 'Math.random') return member;
  if (member?.startsWith('globalThis.')) return member;
  if (node.type === 'ImportSpecifier') {
    const imported = String((node.imported as Node).name);
    if (chance.has(imported)) return imported;
  }
  if (isName(node, parent, key) && worldlyNames.has(String(node.name))) return String(node.name);
  return undefined;
}

/** Whether an identifier stands for itself, not for the member of something or a type's field. */
function isName(node: Node, parent: Node | null, key: string): boolean {
  if (node.type !== 'Identifier') return false;
  if (key === 'property' && parent?.type === 'MemberExpression') return parent.computed === true;
  if (key === 'key') return parent?.computed === true;
  if (key === 'right' && parent?.type === 'TSQualifiedName') return false;
  return !(key === 'imported' || key === 'exported' || key === 'label');
}
