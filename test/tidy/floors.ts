/**
 * The house, floor by floor: what each folder may import, and why not more. Silence means no.
 * A new folder gets a row here, with a reason that helps whoever runs into it.
 */
export type Floor = {
  /** A folder, or one file. `features/*` makes a house of each folder in it: neighbours are strangers. */
  readonly at: string;
  /** Paths from the root (a folder means all in it), packages, `node:*`. Its own house goes without saying. */
  readonly may: readonly string[];
  /** As `may`, but only types: nothing of it is there at run time. */
  readonly types?: readonly string[];
  readonly why: string;
  /** Runs again from a seed, a journal or a test exactly as before: the world is asked for through `Env`. */
  readonly repeatable?: true;
  /** Answers at once; nothing is waited for. */
  readonly synchronous?: true;
  /** Lines of all its files together. */
  readonly linesMax?: number;
};

/** What the shell keeps for its screens: where we are, how the till is left, what is shown once, sound, looks. */
const shellServices = [
  'navigation.ts',
  'sign-out.ts',
  'moments.tsx',
  'moment-words.ts',
  'moment-banner.tsx',
  'earcons.ts',
  'voice.ts',
  'looks.ts',
  'preferences.ts',
].map(name => `renderer/app/${name}`);
const pureShared = ['shared/contract', 'shared/domain', 'shared/lib', 'shared/env.ts', 'shared/i18n'];

export const floors: readonly Floor[] = [
  // shared: runs anywhere
  { at: 'shared/lib', may: [], repeatable: true, why: 'small tools of no trade stand on nothing' },
  {
    at: 'shared/env.ts',
    may: [],
    types: ['shared/lib'],
    repeatable: true,
    why: 'the world is described in types, not made here',
  },
  {
    at: 'shared/domain',
    may: ['shared/lib'],
    repeatable: true,
    synchronous: true,
    why: 'money and carts are pure: no clock, no wire, no package can change a sum',
  },
  {
    at: 'shared/contract',
    may: ['shared/domain', 'shared/lib', 'zod', '@trpc/server'],
    repeatable: true,
    why: 'the words between screen and core say what travels, never how it is done',
  },
  {
    at: 'shared/i18n',
    may: ['shared/domain', 'shared/lib'],
    types: ['shared/contract'],
    repeatable: true,
    why: 'sentences know the shop’s nouns and the types of what is refused, nothing that acts',
  },

  // electron: the privileged side
  {
    at: 'electron/core',
    may: [...pureShared, 'node:crypto', 'zod'],
    types: ['electron/db'],
    repeatable: true,
    why: 'the core decides and remembers: it is handed its database and does no I/O of its own',
  },
  {
    at: 'electron/features/*',
    may: ['electron/core', ...pureShared, 'node:crypto'],
    types: ['electron/db'],
    repeatable: true,
    why: 'features never import each other: they meet in facts and read through the ports of core/ports.ts',
  },
  {
    at: 'electron/features/catalog',
    may: [
      'electron/core',
      ...pureShared,
      'node:crypto',
      'pinyin-pro',
      'iconv-lite',
      'papaparse',
      'read-excel-file',
      'fflate',
    ],
    types: ['electron/db'],
    repeatable: true,
    why: 'beyond what features may, only what reading and finding a price list needs',
  },
  {
    at: 'electron/features/paying',
    may: ['electron/core', ...pureShared, 'node:crypto'],
    types: ['electron/db', 'electron/channels/channel.ts'],
    repeatable: true,
    why: 'it is handed channels and knows their port only, not how they reach a provider',
  },
  {
    at: 'electron/features/syncing',
    may: ['electron/core', ...pureShared, 'node:crypto'],
    types: ['electron/db', 'electron/uplinks/uplink.ts'],
    repeatable: true,
    why: 'it is handed an uplink and knows its port only, not how it reaches the gateway',
  },
  {
    at: 'electron/channels',
    may: ['electron/channels', 'shared/domain', 'shared/lib', 'shared/env.ts'],
    repeatable: true,
    why: 'the list of ways to be paid and their port; a simulator must be able to own their world',
  },
  {
    at: 'electron/channels/client.ts',
    may: ['electron/channels/channel.ts', 'shared/lib', 'shared/env.ts', 'node:*'],
    why: 'the only file that takes a provider’s answer off the network',
  },
  {
    at: 'electron/channels/*',
    may: [
      'electron/channels/channel.ts',
      'shared/domain',
      'shared/lib',
      'shared/env.ts',
      'node:crypto',
      'zod',
    ],
    repeatable: true,
    why: 'a channel speaks one provider’s protocol through the exchange it is handed; it stores nothing and knows no sale',
  },
  {
    at: 'electron/uplinks',
    may: ['electron/uplinks', 'shared/domain', 'shared/lib', 'shared/env.ts'],
    why: 'the list of ways to a gateway and their port; handed all they need, never db, core or features',
  },
  {
    at: 'electron/uplinks/*',
    may: ['electron/uplinks/uplink.ts', 'shared/domain', 'shared/lib', 'shared/env.ts', 'node:*'],
    why: 'an uplink moves sealed rows; it reads no tables, so that any of them can be taken out',
  },
  {
    at: 'electron/devices',
    may: ['electron/devices', 'shared/domain', 'shared/lib', 'shared/env.ts', 'zod'],
    repeatable: true,
    why: 'drivers live in a process of their own and are handed documents and bytes, never db, core or features',
  },
  {
    at: 'electron/devices/printers',
    may: [
      'electron/devices',
      'shared/domain',
      'shared/lib',
      'shared/env.ts',
      'iconv-lite',
      'node-thermal-printer',
    ],
    repeatable: true,
    why: 'the same document gives the same bytes for ever',
  },
  {
    at: 'electron/devices/scanners',
    may: ['electron/devices', 'shared/domain', 'shared/lib', 'shared/env.ts'],
    repeatable: true,
    why: 'framing of scans is decided by bytes and the clock of Env',
  },
  {
    at: 'electron/devices/transports',
    may: [
      'electron/devices',
      'shared/lib',
      'shared/env.ts',
      'node:net',
      'node:fs',
      'node:fs/promises',
      'serialport',
    ],
    why: 'the only place of the device host that touches cables',
  },
  {
    at: 'electron/devices/device-process.ts',
    may: ['electron/devices', 'shared/lib', 'shared/env.ts', 'node:*'],
    why: 'the entry of the device process: real parts are chosen here',
  },
  {
    at: 'electron/devices/process-env.ts',
    may: ['shared/lib', 'shared/env.ts', 'node:*'],
    why: 'the real world of the device process',
  },
  {
    at: 'electron/devices/process-channel.ts',
    may: ['electron/devices', 'shared/lib', 'shared/env.ts', 'node:*'],
    why: 'the pipe between device process and core',
  },
  {
    at: 'electron/db',
    may: ['better-sqlite3', 'shared/lib', 'shared/env.ts', 'node:*'],
    why: 'the one door to SQLite; it knows files and pragmas, not the shop',
  },
  {
    at: 'electron/host',
    may: [
      'electron/core',
      'electron/features',
      'electron/channels',
      'electron/devices',
      'electron/uplinks',
      'electron/db',
      ...pureShared,
      'node:*',
      '@node-rs/argon2',
      'otpauth',
      '@trpc/server',
      '@trpc/client',
      'pino',
      'ws',
      'zod',
    ],
    why: 'the composition root chooses real parts; it must not know which host it runs in',
  },
  {
    at: 'electron/desktop',
    may: ['electron/host', 'shared/lib', 'shared/env.ts', 'electron', 'node:*'],
    types: ['shared/contract'],
    linesMax: 200,
    why: 'glue that cannot run on every machine stays thin; whatever can be tested without Electron belongs to host/',
  },
  {
    at: 'electron/loopback',
    may: ['electron/host', 'shared/lib', 'shared/env.ts', 'shared/contract', 'ws', 'node:*'],
    why: 'a door and a server around the host; what both hosts need belongs to host/',
  },
  {
    at: 'electron/cli',
    may: ['electron/host', ...pureShared, 'node:*', 'write-excel-file'],
    why: 'the operator speaks the same words as everyone; it has no way round the core',
  },

  // renderer: React; knows words, not wires
  {
    at: 'renderer',
    may: ['renderer', ...pureShared, 'react', 'react-dom', 'zustand', '@fontsource-variable/noto-sans-sc'],
    why: 'the page knows words, not wires: no Node, no Electron, no value from the privileged side',
  },
  {
    at: 'renderer/customer-display',
    may: [
      'renderer/connect.ts',
      'renderer/input',
      'renderer/kit',
      'renderer/live',
      ...pureShared,
      'react',
      'react-dom',
    ],
    why: 'a page of its own for a stranger’s eyes: it knows no screen of the cashier’s, so none can show through',
  },
  {
    at: 'renderer/kit-page',
    may: ['renderer/kit', 'renderer/app/preferences.ts', ...pureShared, 'react', 'react-dom'],
    why: 'shows the kit to who builds with it: without a wire it can neither ask nor do anything',
  },
  {
    at: 'renderer/connect.ts',
    may: ['renderer/live', 'renderer/wire', 'shared/contract', 'shared/lib', '@trpc/client'],
    why: 'the only file of the page that knows that there are two hosts',
  },
  {
    at: 'renderer/wire',
    may: ['shared/contract', 'shared/lib'],
    why: 'a socket look-alike over a port; it carries frames and reads none',
  },
  {
    at: 'renderer/live',
    may: ['renderer/kit', 'renderer/wire', ...pureShared, '@trpc/client', 'react', 'zustand'],
    why: 'the page’s end of the wire serves every screen and knows none',
  },
  {
    at: 'renderer/input',
    may: ['renderer/kit', 'shared/domain', 'shared/lib', 'shared/i18n', 'react', 'zustand'],
    why: 'keys and scans are read here; what they mean is the core’s to say',
  },
  {
    at: 'renderer/kit',
    may: [
      'renderer/kit/qr-drawing.ts',
      'shared/domain/keys',
      'shared/i18n',
      'shared/lib',
      'react',
      'react-aria-components',
      'zustand',
    ],
    types: ['shared/domain'],
    why: 'buttons and tables have no shop knowledge but the names of keys, so that every screen can use them',
  },
  {
    at: 'renderer/app',
    may: [
      'renderer/app',
      'renderer/screens',
      'renderer/kit',
      'renderer/live',
      'renderer/input',
      ...pureShared,
      'react',
      'react-dom',
      'react-aria-components',
      'zustand',
    ],
    why: 'the shell frames the screens; it reaches the core through live/ only',
  },
  ...shellServices.map(at => ({
    at,
    may: [
      ...shellServices,
      'renderer/kit',
      'renderer/live',
      'renderer/input',
      ...pureShared,
      'react',
      'zustand',
    ],
    why: 'screens call it, so it knows no screen and nothing goes round in a circle',
  })),
  {
    at: 'renderer/screens/*',
    may: [
      'renderer/kit',
      'renderer/live',
      'renderer/input',
      ...shellServices,
      ...pureShared,
      'react',
      'react-aria-components',
      'zustand',
    ],
    why: 'screens never import other screens: what two of them need belongs to kit/, live/ or input/',
  },
  {
    at: 'renderer/kit/qr-drawing.ts',
    may: ['bwip-js'],
    why: 'draws QR codes, for the virtual paper and for phones that are to scan one',
  },
  {
    at: 'renderer/kit/chinese-font.ts',
    may: ['@fontsource-variable/noto-sans-sc'],
    why: 'declares the Chinese font of our own, for pages that have been drawn without it',
  },
  {
    at: 'renderer/screens/catalog',
    may: [
      'renderer/kit',
      'renderer/live',
      'renderer/input',
      ...shellServices,
      ...pureShared,
      'react',
      'react-aria-components',
      'write-excel-file',
    ],
    why: 'as any screen, and writes the goods there are into a workbook',
  },
  {
    at: 'renderer/screens/reports',
    may: [
      'renderer/kit',
      'renderer/live',
      'renderer/input',
      ...shellServices,
      ...pureShared,
      'react',
      'react-aria-components',
      'write-excel-file',
      'fflate',
    ],
    why: 'as any screen, and writes workbooks, which are zip files',
  },

  // gateway: the other end of the wire
  {
    at: 'gateway',
    may: ['gateway', 'shared/domain', 'shared/lib', 'shared/env.ts', 'selfsigned', 'node:*'],
    why: 'the other end of the wire shares the protocol’s words with the till, never its code',
  },
  {
    at: 'gateway/store',
    may: [
      'gateway/fault.ts',
      'gateway/journal/reading.ts',
      'better-sqlite3',
      'shared/domain',
      'shared/lib',
      'node:*',
    ],
    why: 'where the gateway remembers; it knows rows, not requests',
  },
  {
    at: 'gateway/*',
    may: ['gateway', 'shared/domain', 'shared/lib', 'shared/env.ts', 'zod', 'node:*'],
    why: 'the other end of the wire shares the protocol’s words with the till, never its code',
  },
  {
    at: 'gateway/sheet',
    may: ['gateway/http', 'shared/domain', 'shared/lib', 'zod', 'bwip-js', 'node:*'],
    why: 'a printable page of barcodes; it takes nothing in',
  },
  {
    at: 'gateway/pay',
    may: ['gateway/http', 'gateway/sheet', 'shared/lib', 'shared/env.ts', 'zod', 'node:crypto'],
    repeatable: true,
    why: 'a practice provider runs on the clock it is handed, so that a simulator can run it in virtual time; it shares no code with the till’s channels',
  },

  // around the product
  {
    at: 'tools',
    may: [
      'tools',
      'electron/host',
      'electron/loopback',
      'electron/desktop',
      'electron/cli',
      'gateway',
      'shared',
      'vite',
      'magic-string',
      'playwright-core',
      '@electron/asar',
      '@electron/fuses',
      'node:*',
    ],
    why: 'tools build, start and try the product through its entries, and are no part of it',
  },
  {
    at: 'tools/demo',
    may: [
      'tools',
      'electron/cli',
      'electron/host',
      'electron/core/journal.ts',
      'electron/db/open.ts',
      'electron/features/catalog/demo.ts',
      'gateway',
      'shared',
      'node:*',
    ],
    why: 'a day is played by words alone, and counted again from the journal itself',
  },
  { at: 'test', may: ['*'], why: 'what spans folders may see all of them' },
  {
    at: '*.config.ts',
    may: [
      'vite',
      'vitest',
      '@vitejs/plugin-react',
      '@tailwindcss/vite',
      'tools/compile-at-once.ts',
      'node:*',
    ],
    why: 'settings of the tools',
  },
];

/** The row of a file (the most specific one) and the house it lives in; undefined on no floor. */
export function floorOf(file: string): { readonly floor: Floor; readonly house: string } | undefined {
  const rows = floors.flatMap(floor => {
    const house = houseIn(floor.at, file);
    return house === undefined ? [] : [{ floor, house }];
  });
  // Longer is more specific; by name is more specific than by star.
  return rows.sort((a, b) => rank(b) - rank(a))[0];
}

const rank = ({ floor, house }: { floor: Floor; house: string }) =>
  house.split('/').length * 2 + (floor.at.includes('*') ? 0 : 1);

function houseIn(at: string, file: string): string | undefined {
  if (at === '*.config.ts') return /^[\w.-]+\.config\.ts$/.test(file) ? file : undefined;
  if (!at.endsWith('/*')) return isWithin(file, at) ? at : undefined;
  const [folder, ...deeper] = file.startsWith(at.slice(0, -1)) ? file.slice(at.length - 1).split('/') : [];
  return folder && deeper.length > 0 ? at.slice(0, -1) + folder : undefined;
}

/** Whether a path is that folder, a file in it, or that file. */
export const isWithin = (file: string, place: string): boolean =>
  file === place || file.startsWith(`${place}/`);

/** Whether a list such as `may` lets that import through. */
export const allows = (list: readonly string[], to: string): boolean =>
  list.some(
    each => each === '*' || (each.endsWith(':*') ? to.startsWith(each.slice(0, -1)) : isWithin(to, each)),
  );
