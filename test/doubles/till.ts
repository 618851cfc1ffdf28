import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boot } from '../../electron/host/boot.ts';
import { realEnv } from '../../electron/host/env.ts';
import type { DeviceChannel, HostParts, Till } from '../../electron/host/parts.ts';
import { pathsOf, preparePaths } from '../../electron/host/paths.ts';
import { openKeyFileVault } from '../../electron/host/vault.ts';
import type { Caller } from '../../shared/contract/router.ts';
import type {
  AnswerOf,
  CommandName,
  InputOf,
  OutputOf,
  QueryName,
  WatchName,
} from '../../shared/contract/words.ts';
import type { PrintOutcome } from '../../shared/domain/print-outcome.ts';
import type { ShiftId, StaffId } from '../../shared/domain/sale.ts';
import type { Env, Log } from '../../shared/env.ts';

export const page: Caller = { kind: 'page' };
export const ownerPin = '8351';
export const cashierPin = '6072';

/** Goods that tests ring up: code, name, price in fen. */
export const shelf = [
  ['6901234567892', '可口可乐 330ml', 250],
  ['6902083881405', '农夫山泉 550ml', 200],
  ['6920152414019', '康师傅 红烧牛肉面', 450],
] as const;

/** A device process that prints as it is told; `outcome` can be changed between prints. */
export type TestDevices = {
  outcome: PrintOutcome | 'silent';
  printed: Uint8Array[];
  scan(text: string): void;
  die(): void;
};

export type TestTill = {
  readonly data: string;
  readonly till: Till;
  readonly devices: TestDevices;
  say<Name extends CommandName>(
    word: Name,
    input: InputOf<Name>,
    more?: { id?: string; approval?: string; caller?: Caller },
  ): Promise<AnswerOf<Name>>;
  ask<Name extends QueryName>(word: Name, input: InputOf<Name>, caller?: Caller): Promise<AnswerOf<Name>>;
  /** What a watch answers now. */
  see<Name extends WatchName>(word: Name, caller?: Caller): Promise<OutputOf<Name>>;
  /** Waits until what a watch answers is so. */
  until<Name extends WatchName>(word: Name, isSo: (view: OutputOf<Name>) => boolean): Promise<OutputOf<Name>>;
  stop(): Promise<void>;
};

/** An incident in a test is a fault of ours: it must be seen. */
const loud: Log = (level, event, facts) => {
  if (level === 'error') console.error(event, facts);
};

let commands = 0;

/** A till of real parts on a real file; only the device process is a double. `data` opens an existing one. */
export async function openTestTill(
  options: { data?: string; env?: Env; demo?: boolean; channels?: HostParts['channels'] } = {},
): Promise<TestTill> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'evertill-till-'));
  const paths = pathsOf(data);
  preparePaths(paths);
  const { devices, fork } = testDevices();
  const till = await boot({
    paths,
    env: options.env ?? realEnv(loud),
    vault: openKeyFileVault(paths.vaultKey),
    forkDevices: fork,
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    demo: options.demo ?? false,
    ...(options.channels && { channels: options.channels }),
  });
  const { core } = till;
  const see = async <Name extends WatchName>(
    word: Name,
    isSo: (view: OutputOf<Name>) => boolean,
    caller: Caller,
  ) => {
    const end = new AbortController();
    try {
      for await (const answer of core.watch(word, {}, caller, end.signal)) {
        if (!answer.ok) throw new Error(`${word} refused: ${answer.refusal.code}`);
        if (isSo(answer.value as OutputOf<Name>)) return answer.value as OutputOf<Name>;
      }
      throw new Error(`${word} ended`);
    } finally {
      end.abort();
    }
  };
  return {
    data,
    till,
    devices,
    say: async (word, input, more = {}) => {
      commands += 1;
      const { id = `test-${commands}`, caller = page, approval } = more;
      return (await core.submit({ id, word, input, approval }, caller)) as AnswerOf<typeof word>;
    },
    ask: async (word, input, caller = page) =>
      (await core.query(word, input, caller)) as AnswerOf<typeof word>,
    see: (word, caller = page) => see(word, () => true, caller),
    until: (word, isSo) => see(word, isSo, page),
    stop: () => till.stop(),
  };
}

/** Set up, owner signed in, a cashier hired, goods on the shelf, a shift open with 200.00. */
export async function openShop(
  options: { data?: string; env?: Env; channels?: HostParts['channels'] } = {},
): Promise<TestTill & { owner: StaffId; cashier: StaffId }> {
  const till = await openTestTill(options);
  const shop = { name: '惠民便利', branch: '中山路店', address: '中山路 1 号', phone: '' };
  const begun = mustBe(
    await till.say('setup.begin', {
      language: 'zh-CN',
      country: 'CN',
      shop,
      ownerName: '王店长',
      ownerPin,
      start: 'own',
    }),
  );
  mustBe(await till.say('session.signIn', { staff: begun.staff, pin: ownerPin }));
  const hired = mustBe(await till.say('setup.addStaff', { name: '李敏', role: 'cashier', pin: cashierPin }));
  await fillShelf(till);
  mustBe(await till.say('shifts.open', { float: 20_000 }));
  return { ...till, owner: begun.staff, cashier: hired.staff };
}

/** For tests in which hours pass in front of the same person. */
export const neverLock = async (till: TestTill): Promise<void> => {
  mustBe(await till.say('setup.change', { setting: 'auto-lock-minutes', value: 0 }));
};

/** Imports the shelf as a price list, over the words that the page uses. */
export async function fillShelf(
  till: TestTill,
  goods: readonly (readonly [string, string, number])[] = shelf,
): Promise<void> {
  const rows = goods.map(([code, name, fen]) => `${code},${name},${(fen / 100).toFixed(2)}`);
  const base64 = Buffer.from(`条码,品名,售价\n${rows.join('\n')}\n`, 'utf8').toString('base64');
  mustBe(await till.say('catalog.stage', { upload: 'shelf', index: 0, base64 }));
  mustBe(
    await till.say('catalog.import', {
      upload: 'shelf',
      fileName: 'shelf.csv',
      mapping: { code: 0, name: 1, price: 2 },
    }),
  );
  await till.until('catalog.state', view => view.current?.phase === 'done');
}

/** The value of an answer that must not be a refusal. */
export function mustBe<T>(
  answer: { ok: true; value: T } | { ok: false; refusal: { code: string; params: unknown } },
): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${answer.refusal.code} ${JSON.stringify(answer.refusal.params)}`);
}

/** The code of an answer that must be a refusal. */
export function refusalOf(answer: { ok: boolean; refusal?: { code: string } }): string {
  if (answer.ok || !answer.refusal) throw new Error('was not refused');
  return answer.refusal.code;
}

/** Rings one of each code up and pays it in cash with `given`, or exactly. */
export async function sell(till: TestTill, codes: readonly string[], given?: number) {
  for (const text of codes) mustBe(await till.say('selling.scan', { text, from: 'keyboard' }));
  const cart = await till.see('selling.cart');
  const due = cart.cashDue;
  return mustBe(await till.say('paying.cash', { cart: cart.id, due, given: given ?? due }));
}

/** Counts the drawer of the shift that sells, once more where it has to be, and closes it with what is open carried over. */
export async function closeShift(till: TestTill, counted: number, left = counted) {
  const shift = (await till.see('shifts.current'))!.id;
  const { again } = mustBe(await till.say('shifts.count', { shift, counted }));
  if (again) mustBe(await till.say('shifts.count', { shift, counted }));
  return mustBe(
    await till.say('shifts.close', { shift, carried: await carriedBy(till, shift), left, bag: '' }),
  );
}

/** What a close would carry over, as its screen acknowledges it. */
export async function carriedBy(till: TestTill, shift: ShiftId) {
  const { held, unknown, unverified } = mustBe(await till.ask('shifts.closing', { shift })).carried;
  return { held, unknown: unknown.count, unverified: unverified.count };
}

export const throwAway = (till: TestTill): void => rmSync(till.data, { recursive: true, force: true });

function testDevices(): { devices: TestDevices; fork: () => DeviceChannel } {
  let hear: (message: unknown) => void = () => {};
  let exits: ((how: string) => void)[] = [];
  const devices: TestDevices = {
    outcome: { kind: 'sent' },
    printed: [],
    scan: text => hear({ type: 'scan', device: 'scanner', text }),
    die: () => {
      const told = exits;
      exits = [];
      for (const run of told) run('SIGKILL');
    },
  };
  const fork = (): DeviceChannel => ({
    post: message => {
      const { type, job, bytesBase64 } = message as { type: string; job: string; bytesBase64: string };
      if (type !== 'print' || devices.outcome === 'silent') return;
      devices.printed.push(Buffer.from(bytesBase64, 'base64'));
      queueMicrotask(() => hear({ type: 'printed', job, outcome: devices.outcome }));
    },
    onMessage: run => {
      hear = run;
    },
    onExit: run => {
      exits.push(run);
    },
    kill: () => {},
  });
  return { devices, fork };
}
