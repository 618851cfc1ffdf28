import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { boot } from '../../electron/host/boot.ts';
import { openPage } from '../../electron/host/page.ts';
import type { Till } from '../../electron/host/parts.ts';
import { startLoopback } from '../../electron/loopback/main.ts';
import { assert } from '../../shared/lib/assert.ts';
import { handsOn } from '../../tools/demo/hands.ts';
import { type Beside, beginBeside, type EndBeside } from './beside.ts';
import { timeImport } from './import.ts';
import { signIn } from './rig.ts';

// `fork('till-process.ts', [DATA, GOODS])`: the till as `npm start` makes it, in a process of its own, so that who
// measures it takes none of its time; what it is asked comes as messages.

const [data = '', goods = '0'] = process.argv.slice(2);
let here: Till | undefined;
const till = await startLoopback({ data, port: 0, demo: false }, async parts => {
  here = await boot(parts);
  return here;
});
assert(here, 'the till runs in this process');
const hands = handsOn(here.core, randomUUID);
let endBeside: EndBeside | null = null;

const acts = {
  /** An address that lets one browser in. */
  ticket: async () => (await till.newTicket()).ticketUrl,
  signIn: () => signIn({ hands }),
  scan: async (codes: readonly string[]) => {
    for (const text of codes) await hands.say('selling.scan', { text, from: 'keyboard' });
  },
  /** What is found, and how long it took from word to answer, in ms. */
  search: async (what: { text: string; limit: number }) => {
    const began = performance.now();
    const found = await hands.ask('catalog.search', what);
    return { ms: performance.now() - began, found };
  },
  import: (file: string) => timeImport({ hands, data }, file),
  voidCart: async () => {
    const { id: cart } = await hands.see('selling.cart');
    await hands.say('selling.voidCart', { cart, reason: 'other' });
  },
  begin: async (what: Beside) => {
    endBeside = await beginBeside(what, { hands, data, goods: Number(goods) });
  },
  /** Whether it was still at work. */
  end: async () => (await endBeside?.()) ?? false,
  residentBytes: async () => process.memoryUsage.rss(),
  /** Serves another built page from this very process, with the same headers; gives its address. */
  serve: async (folder: string) => {
    const page = openPage(folder, "'self'", path.join(data, 'slides'));
    const server = createServer((request, response) => {
      const file = page.find(request.url ?? '/');
      response.writeHead(file ? 200 : 404, file?.headers).end(file?.bytes);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  },
  stop: async () => {
    await till.stop();
    process.disconnect();
    process.exit(0);
  },
} satisfies Record<string, (what: never) => Promise<unknown>>;

export type TillActs = typeof acts;

process.on('message', ({ id, act, what }: { id: number; act: keyof TillActs; what: never }) => {
  acts[act](what).then(
    answer => process.send?.({ id, answer }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0 });
