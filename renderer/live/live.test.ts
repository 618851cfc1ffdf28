import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { refusal } from '../../shared/contract/refusals.ts';
import { type CommandEnvelope, type CorePort, router } from '../../shared/contract/router.ts';
import type { Answer } from '../../shared/contract/words.ts';
import { no, ok } from '../../shared/lib/result.ts';
import { createLive, type Live } from './live.ts';
import { trpcWire } from './trpc-wire.ts';
import type { Wire } from './wire.ts';

/** A core that counts scans once per command id, and remembers its answers, as the real one does. */
class CountingCore implements CorePort {
  readonly scans: string[] = [];
  readonly heard: CommandEnvelope[] = [];
  readonly answers = new Map<string, Answer<unknown>>();
  /** Called when a command has done its work and before the answer goes out. */
  beforeAnswer: (envelope: CommandEnvelope) => void = () => {};
  watching = 0;
  wants: 'nothing' | 'approval' = 'nothing';
  #changed = () => {};
  #woken = new Promise<void>(resolve => {
    this.#changed = resolve;
  });

  async submit(envelope: CommandEnvelope) {
    this.heard.push(envelope);
    const known = this.answers.get(envelope.id);
    const answer = known ?? this.#work(envelope);
    this.answers.set(envelope.id, answer);
    this.beforeAnswer(envelope);
    return answer;
  }

  #work({ input, approval }: CommandEnvelope): Answer<unknown> {
    if (this.wants === 'approval' && approval !== 'leave') {
      return no(
        refusal('needs-approval', { permission: 'discount', word: 'selling.discountTicket', subject: 'c' }),
      );
    }
    this.scans.push((input as { text: string }).text);
    this.#changed();
    this.#woken = new Promise(resolve => {
      this.#changed = resolve;
    });
    return ok({ outcome: 'too-short' });
  }

  async query() {
    return ok(this.scans.length);
  }

  async *watch(_word: string, _input: unknown, _caller: unknown, signal: { readonly aborted: boolean }) {
    this.watching += 1;
    try {
      while (!signal.aborted) {
        const woken = this.#woken;
        yield ok(this.scans.length);
        await woken;
      }
    } finally {
      this.watching -= 1;
    }
  }
}

let core: CountingCore;
let http: Server;
let sockets: WebSocketServer;
let wire: Wire;
let live: Live;
let approval: string | null;

const cut = () => {
  for (const socket of sockets.clients) socket.terminate();
};

const scan = (text: string) => live.say('selling.scan', { text, from: 'keyboard' });

const once = <T>(
  store: { getState(): T; subscribe(run: (now: T) => void): () => void },
  is: (now: T) => boolean,
) =>
  new Promise<T>(resolve => {
    const look = (now: T) => {
      if (!is(now)) return;
      queueMicrotask(() => end());
      resolve(now);
    };
    const end = store.subscribe(look);
    look(store.getState());
  });

beforeEach(async () => {
  core = new CountingCore();
  http = createServer();
  sockets = new WebSocketServer({ server: http });
  applyWSSHandler({
    wss: sockets,
    router,
    createContext: () => ({ core, caller: { kind: 'page' } as const }),
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  wire = trpcWire({
    url: `ws://127.0.0.1:${port}/wire`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  approval = null;
  live = createLive(wire, async () => approval);
  await once(live.link, link => link === 'connected');
});

afterEach(async () => {
  await wire.close();
  sockets.close();
  http.close();
});

test('what the page was served with is shown at once, and stays as it is where the core says the same', async () => {
  const said = createLive(wire, async () => null, { 'selling.cart': 0, 'selling.held': 7 } as never).watches;
  const [cart, held] = [said.store('selling.cart', {}), said.store('selling.held', {})];
  const before = cart.getState();
  expect([before.value, held.getState().value]).toEqual([0, 7]);
  const ends = [said.hold('selling.cart', {}), said.hold('selling.held', {})];
  // The cart was asked for first, so its answer has come.
  await once(held, ({ value }) => value === 0);
  expect(cart.getState()).toBe(before);
  await scan('6901234567892');
  await once(cart, ({ value }) => value === 1);
  for (const end of ends) end();
});

describe('a cut wire', () => {
  test('counts a scan once when the answer is lost', async () => {
    core.beforeAnswer = () => {
      core.beforeAnswer = () => {};
      cut();
    };
    expect((await scan('6901234567892')).ok).toBe(true);
    expect(core.scans).toEqual(['6901234567892']);
    expect(core.heard.map(({ id }) => id)).toEqual([core.heard[0]?.id, core.heard[0]?.id]);
  });

  test('counts twenty scans each once and in order, with the wire cut at every third', async () => {
    let heard = 0;
    core.beforeAnswer = () => {
      heard += 1;
      if (heard % 3 === 0) cut();
    };
    const codes = Array.from({ length: 20 }, (_, index) => `code-${index}`);
    const answers = await Promise.all(codes.map(scan));
    expect(answers.every(answer => answer.ok)).toBe(true);
    expect(core.scans).toEqual(codes);
    expect(live.unanswered.getState()).toBe(0);
  });

  test('keeps what is said while it is away, and says how much waits', async () => {
    cut();
    await once(live.link, link => link === 'reconnecting');
    const said = [scan('a-1'), scan('a-2')];
    expect(live.unanswered.getState()).toBe(2);
    await Promise.all(said);
    expect(core.scans).toEqual(['a-1', 'a-2']);
  });

  test('asks a question again', async () => {
    const asked = live.ask('selling.lastSales', { limit: 1 });
    cut();
    expect(await asked).toEqual(ok(0));
  });

  test('goes on watching', async () => {
    const store = live.watches.store('selling.cart', {});
    const release = live.watches.hold('selling.cart', {});
    await once(store, seen => seen.value === 0);
    cut();
    await scan('b-1');
    await once(store, seen => seen.value === 1);
    release();
  });
});

describe('approval on the spot', () => {
  beforeEach(() => {
    core.wants = 'approval';
  });
  const discount = () =>
    live.say('selling.discountTicket', { cart: 'c' as never, discount: { kind: 'share', permilleOff: 100 } });

  test('says the word again under a new id with the leave that was given', async () => {
    approval = 'leave';
    expect((await discount()).ok).toBe(true);
    expect(core.heard.map(each => each.approval)).toEqual([undefined, 'leave']);
    expect(core.heard[0]?.id).not.toBe(core.heard[1]?.id);
  });

  test('leaves the refusal standing when nobody gave leave', async () => {
    const answer = await discount();
    expect(answer.ok ? null : answer.refusal.code).toBe('needs-approval');
    expect(core.heard).toHaveLength(1);
  });
});

test('one subscription feeds all who look, and ends with the last of them', async () => {
  const store = live.watches.store('selling.cart', {});
  const first = live.watches.hold('selling.cart', {});
  const second = live.watches.hold('selling.cart', {});
  await once(store, seen => seen.value === 0);
  expect(core.watching).toBe(1);
  first();
  await scan('c-1');
  await once(store, seen => seen.value === 1);
  second();
  // The core hears of the end; its generator notices at the next change.
  await expect.poll(() => scan('c-2').then(() => core.watching)).toBe(0);
  expect(store.getState().value).toBe(1);
});
