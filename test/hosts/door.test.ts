import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathsOf } from '../../electron/host/paths.ts';
import { connectTill } from '../../electron/host/till-client.ts';
import { readTillFile } from '../../electron/host/till-file.ts';
import { knock, type LoopbackRig, openLoopbackRig, upgrade } from './loopback-rig.ts';

// Refusal and acceptance side by side: a door that refuses everybody would pass half of these.
let rig: LoopbackRig;
beforeAll(async () => {
  rig = await openLoopbackRig();
});
afterAll(() => rig.close());

const url = (at = '/') => rig.till.url + at;
const token = () => readTillFile(pathsOf(rig.data))!.token;
const bearer = () => `Bearer ${token()}`;
/** As a browser asks for a window that a file has led to. */
const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

const exchange = (ticket: string, headers: Record<string, string> = visit) =>
  knock(url(`/enter?${ticket}`), { headers });
async function enter(): Promise<string> {
  const { ticket } = await rig.till.newTicket();
  const { headers } = await exchange(ticket);
  return String(headers['set-cookie']).split(';', 1)[0]!;
}

describe('a ticket', () => {
  test('opens the door once; the second time it is used up', async () => {
    const { ticket } = await rig.till.newTicket();
    expect((await exchange(ticket)).status).toBe(200);
    expect((await exchange(ticket)).status).toBe(403);
  });

  test('becomes a cookie that scripts cannot read and other sites cannot send', async () => {
    const { ticket } = await rig.till.newTicket();
    const { headers } = await exchange(ticket);
    expect(String(headers['set-cookie'])).toMatch(
      /^evertill-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('a wrong one, none, and what is no ticket are refused', async () => {
    const { ticket } = await rig.till.newTicket();
    for (const wrong of ['no', '', '?', '%00', `ticket=${ticket}`, ticket.slice(1), 'x'.repeat(5000)])
      expect((await exchange(wrong)).status).toBe(403);
    expect((await knock(url('/enter'))).status).toBe(403);
    expect((await exchange(ticket)).status).toBe(200);
  });

  test.each([
    ['in a frame', { ...visit, 'sec-fetch-dest': 'iframe' }],
    ['for a script', { ...visit, 'sec-fetch-dest': 'script', 'sec-fetch-mode': 'no-cors' }],
    ['by a page that reads it', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }],
    ['by a form', { ...visit, origin: 'http://evil.example' }],
    ['with Origin null', { ...visit, origin: 'null' }],
    ['by another port of this machine', { ...visit, origin: 'http://127.0.0.1:1' }],
    ['by a browser that looks ahead', { ...visit, 'sec-purpose': 'prefetch;prerender' }],
  ])('is worth nothing %s, and stays good for its owner', async (_name, headers) => {
    const { ticket } = await rig.till.newTicket();
    expect((await exchange(ticket, headers)).status).toBe(403);
    expect((await exchange(ticket)).status).toBe(200);
  });

  test('is not taken by POST', async () => {
    const { ticket } = await rig.till.newTicket();
    expect((await knock(url(`/enter?${ticket}`), { method: 'POST', headers: visit })).status).toBe(403);
    expect((await exchange(ticket)).status).toBe(200);
  });

  test('brings the page in the same answer', async () => {
    const { ticket } = await rig.till.newTicket();
    expect((await exchange(ticket)).body).toContain('<title>till</title>');
  });
});

describe('the page', () => {
  test('is given to the cookie and to nobody else', async () => {
    const cookie = await enter();
    expect(await knock(url(), { headers: { cookie } })).toMatchObject({ status: 200 });
    expect(await knock(url())).toMatchObject({ status: 403 });
    expect(await knock(url(), { headers: { cookie: `${cookie}x` } })).toMatchObject({ status: 403 });
    expect(await knock(url('/assets/a-1234.js'), { headers: { cookie } })).toMatchObject({ status: 200 });
    expect(await knock(url('/assets/a-1234.js'))).toMatchObject({ status: 403 });
  });

  test('of the customer’s screen is behind the same door', async () => {
    const cookie = await enter();
    const ask = (headers: Record<string, string>) => knock(url('/customer'), { headers });
    expect(await ask({ cookie })).toMatchObject({ status: 200, body: expect.stringContaining('customer') });
    expect((await ask({ cookie })).headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect((await ask({})).status).toBe(403);
    expect((await ask({ cookie: `${cookie}x` })).status).toBe(403);
    expect((await ask({ cookie, host: 'evil.example' })).status).toBe(403);
    expect((await ask({ cookie, origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask({ cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('is not given under a rebound name, not even to the cookie', async () => {
    const cookie = await enter();
    const port = new URL(rig.till.url).port;
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.evil.example`,
    ]) {
      expect(await knock(url(), { headers: { cookie, host } })).toMatchObject({ status: 403 });
      expect(await knock(url('/enter'), { headers: { host } })).toMatchObject({ status: 403 });
    }
    expect(await knock(url(), { headers: { cookie, host: rig.host } })).toMatchObject({ status: 200 });
  });

  test('is not given to another site, but to the user who opens it', async () => {
    const cookie = await enter();
    const ask = (site: string) => knock(url(), { headers: { cookie, 'sec-fetch-site': site } });
    expect((await ask('cross-site')).status).toBe(403);
    expect((await ask('same-site')).status).toBe(403);
    expect((await ask('none')).status).toBe(200);
    expect((await ask('same-origin')).status).toBe(200);
  });

  test('holds nothing beside its own files', async () => {
    const cookie = await enter();
    for (const at of [
      '/../outside.html',
      '/%2e%2e/outside.html',
      '/assets/../../outside.html',
      '/nothing',
      '//etc/passwd',
    ]) {
      expect((await knock(rig.till.url + at, { headers: { cookie } })).status).toBe(404);
    }
    expect((await knock(url(), { method: 'POST', headers: { cookie } })).status).toBe(405);
  });

  test('comes with the shield: CSP, nosniff, no framing, no CORS', async () => {
    const cookie = await enter();
    const { headers } = await knock(url(), { headers: { cookie } });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    const names = Object.keys((await knock(url())).headers).concat(Object.keys(headers));
    expect(names.filter(name => name.startsWith('access-control'))).toEqual([]);
    const asset = await knock(url('/assets/a-1234.js'), { headers: { cookie } });
    expect(asset.headers['cache-control']).toContain('immutable');
  });
});

describe('a window that somebody else has opened', () => {
  const opener = 'cross-origin-opener-policy';

  test('is kept apart from them by a browser that does not say who it was', async () => {
    const cookie = await enter();
    expect((await knock(url(), { headers: { cookie } })).headers[opener]).toBe('same-origin');
  });

  test('is shut out by what a browser says of them, so that ours need not begin anew in another process', async () => {
    const cookie = await enter();
    const from = (site: string) => knock(url(), { headers: { cookie, 'sec-fetch-site': site } });
    for (const site of ['cross-site', 'same-site']) expect((await from(site)).status).toBe(403);
    for (const site of ['none', 'same-origin']) {
      const answer = await from(site);
      expect(answer.status).toBe(200);
      expect(answer.headers[opener]).toBeUndefined();
    }
  });
});

describe('the wire', () => {
  const connect = (headers: Record<string, string>) => knock(url('/wire'), { headers: upgrade(headers) });

  test('opens for the page: cookie and own Origin', async () => {
    const cookie = await enter();
    expect((await connect({ cookie, origin: rig.till.url })).status).toBe(101);
  });

  test.each([
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['no Origin', {}],
    ['Origin null', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ])('stays shut for the cookie with %s', async (_name, headers) => {
    const cookie = await enter();
    expect((await connect({ cookie, ...headers })).status).toBe(403);
  });

  test('stays shut without a cookie, with a foreign Host, and for another site', async () => {
    const cookie = await enter();
    const origin = rig.till.url;
    expect((await connect({ origin })).status).toBe(403);
    expect((await connect({ origin, cookie, host: 'evil.example' })).status).toBe(403);
    expect((await connect({ origin, cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await connect({ origin, cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(101);
  });

  test('opens for the command line with the token, and only from no page at all', async () => {
    expect((await connect({ authorization: bearer() })).status).toBe(101);
    expect((await connect({ authorization: `${bearer()}x` })).status).toBe(403);
    expect((await connect({ authorization: bearer(), origin: 'http://evil.example' })).status).toBe(403);
    expect((await connect({ authorization: bearer(), host: 'evil.example' })).status).toBe(403);
  });

  test('is only where it is', async () => {
    const elsewhere = { headers: upgrade({ authorization: bearer() }) };
    expect((await knock(url('/other'), elsewhere)).status).toBe(404);
  });
});

describe('a browser with a ticket for the customer’s screen', () => {
  const enterAsCustomer = async () => {
    const { ticket } = await rig.till.newTicket('customer');
    const { headers } = await exchange(ticket);
    return String(headers['set-cookie']).split(';', 1)[0]!;
  };
  const wire = (at: string, cookie: string) =>
    knock(url(at), { headers: upgrade({ cookie, origin: rig.till.url }) });

  test('gets that screen and what it is made of, and no other page', async () => {
    const cookie = await enterAsCustomer();
    const load = async (at: string) => (await knock(url(at), { headers: { cookie } })).status;
    expect(await load('/customer')).toBe(200);
    expect(await load('/assets/a-1234.js')).toBe(200);
    for (const at of ['/', '/index.html', '/kit', '/customer-display/index.html', '/customer/../'])
      expect(await load(at), at).toBe(403);
  });

  test('gets the customer’s wire and not the till’s, under whatever name it shows its cookie', async () => {
    const cookie = await enterAsCustomer();
    expect((await wire('/customer/wire', cookie)).status).toBe(101);
    expect((await wire('/wire', cookie)).status).toBe(403);
    expect((await wire('/wire', cookie.replace('-customer', ''))).status).toBe(403);
    expect((await wire('/customer/wire', `${cookie}x`)).status).toBe(403);
  });

  test('whoever may see the till may see the customer’s screen beside it', async () => {
    expect((await wire('/customer/wire', await enter())).status).toBe(101);
  });

  test('its ticket works once, and another process of this user may ask for one', async () => {
    const body = JSON.stringify({ guest: 'customer' });
    const asked = await knock(url('/ticket'), { method: 'POST', headers: { authorization: bearer() }, body });
    const { ticket } = JSON.parse(asked.body) as { ticket: string };
    const entered = await exchange(ticket);
    expect(entered.body).toContain('<title>customer</title>');
    expect((await exchange(ticket)).status).toBe(403);
  });
});

describe('the command line', () => {
  test('speaks as the system user, by a file that only that user can read', async () => {
    expect(statSync(path.join(rig.data, 'run/till.json')).mode & 0o777).toBe(0o600);
    expect(statSync(rig.data).mode & 0o777).toBe(0o700);
    const client = await connectTill(rig.data);
    const answer = await client!.query('who' as never, {} as never);
    expect(answer).toMatchObject({ value: { kind: 'command-line' } });
    await client!.close();
  });

  test('may ask for a ticket with the token; a browser may not', async () => {
    const ask = (headers: Record<string, string>) => knock(url('/ticket'), { method: 'POST', headers });
    expect((await ask({ authorization: bearer() })).status).toBe(200);
    expect((await ask({})).status).toBe(403);
    expect((await ask({ authorization: bearer(), 'sec-fetch-site': 'same-origin' })).status).toBe(403);
    expect((await ask({ authorization: bearer(), host: 'evil.example' })).status).toBe(403);
  });
});

test('a restart shuts out old cookies, old tickets and old tokens', async () => {
  const cookie = await enter();
  const oldToken = bearer();
  const { ticket } = await rig.till.newTicket();
  await rig.restart();
  expect((await knock(url(), { headers: { cookie } })).status).toBe(403);
  expect((await exchange(ticket)).status).toBe(403);
  expect((await knock(url('/wire'), { headers: upgrade({ authorization: oldToken }) })).status).toBe(403);
  expect((await knock(url(), { headers: { cookie: await enter() } })).status).toBe(200);
});

test('listens on 127.0.0.1 and nowhere else', async () => {
  const { networkInterfaces } = await import('node:os');
  const port = new URL(rig.till.url).port;
  const others = Object.values(networkInterfaces())
    .flatMap(cards => cards ?? [])
    .filter(card => !card.internal && card.family === 'IPv4');
  for (const { address } of others) {
    await expect(knock(`http://${address}:${port}/`)).rejects.toThrow(/ECONNREFUSED/);
  }
  await expect(knock(`http://[::1]:${port}/`)).rejects.toThrow();
});

test('a second start on the same folder finds the first and gets a ticket from it', async () => {
  const { startLoopback } = await import('../../electron/loopback/main.ts');
  const boot = () => {
    throw new Error('a second core on one folder');
  };
  const second = await startLoopback({ data: rig.data, port: 0, demo: false }, boot);
  expect(second).toMatchObject({ runs: 'elsewhere', url: rig.till.url, pid: process.pid });
  const { ticket } = await second.newTicket();
  expect((await exchange(ticket)).status).toBe(200);
});

// Only who is root can become somebody else, as in a container that runs the tests.
describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'another user of the same machine (tried only as root on Linux)',
  () => {
    /** What somebody else hears: a status, or the code of the fault. */
    const somebodyElse = async (at: string, headers: Record<string, string> = visit): Promise<string> =>
      (await promisify(execFile)(process.execPath, ['-e', asNobody, url(at), JSON.stringify(headers)]))
        .stdout;
    const asNobody = `
      process.setgid(65534); process.setuid(65534);
      const [url, headers] = process.argv.slice(1);
      require('node:http').get(url, { headers: JSON.parse(headers) })
        .on('response', ({ statusCode }) => process.stdout.write(String(statusCode)))
        .on('upgrade', () => process.stdout.write('upgraded'))
        .on('error', ({ code }) => process.stdout.write(code));`;

    test('is turned away with a ticket that still opens the door to us', async () => {
      const { ticket } = await rig.till.newTicket();
      expect(await somebodyElse(`/enter?${ticket}`)).toBe('ECONNRESET');
      expect((await exchange(ticket)).status).toBe(200);
    });

    test('sees nothing of the shop with a cookie of ours, and gets no wire', async () => {
      const cookie = await enter();
      const ours = { cookie, 'sec-fetch-site': 'same-origin' };
      expect((await knock(url('/'), { headers: ours })).status).toBe(200);
      expect(await somebodyElse('/', ours)).toBe('ECONNRESET');
      const wire = { ...ours, origin: rig.till.url, connection: 'Upgrade', upgrade: 'websocket' };
      expect(await somebodyElse('/wire', wire)).toBe('ECONNRESET');
    });
  },
);
