import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Desk, openDesk } from './desk-rig.ts';

// The real built main process, preload, core and device process, on a real Chromium page; only the module
// `electron` is a stand-in (see there what it is strict about).
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ displays: 2 });
  await vi.waitUntil(async () => (await desk.notes('loaded')).length === 2, { timeout: 40_000 });
});
afterAll(() => desk.close());

const seen = (window = 0) => desk.evaluate<{ ok: boolean }[]>('window.seen', window);

test('both windows are sandboxed: no Node, isolated, web security on', async () => {
  const windows = await desk.notes('window');
  expect(windows).toHaveLength(2);
  for (const options of windows) {
    expect(options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
  }
  expect(await desk.notes('sandbox')).toHaveLength(1);
  expect(await desk.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
});

test('the page gets a wire to the core and nothing else', async () => {
  // The first window is there before the core is.
  await expect.poll(async () => (await seen()).at(-1)?.ok, { timeout: 30_000 }).toBe(true);
  const names = await desk.evaluate<string[]>(
    'Object.keys(window).filter(name => /electron|ipc|evertill|host/i.test(name))',
  );
  expect(names).toEqual([]);
});

test('the customer’s window fills the second display, takes no keys, and has a wire of its own', async () => {
  const [, customer] = await desk.notes('window');
  expect(customer).toMatchObject({ x: 1366, y: 0, width: 1366, fullscreen: true, focusable: false });
  expect(await desk.evaluate('location.href', 1)).toBe('https://evertill/customer');
  expect(await desk.evaluate('typeof require + typeof process', 1)).toBe('undefinedundefined');
  await expect.poll(async () => (await seen(1)).at(-1)?.ok).toBe(true);
});

test('what the customer’s window says changes nothing: its wire is for watching', async () => {
  const scan = `window.say('selling.scan', { text: '6901234567892', from: 'keyboard' })`;
  expect(await desk.evaluate(scan, 1)).toMatchObject({ ok: false, refusal: { code: 'only-watches' } });
});

test('a popup is denied', async () => {
  await desk.evaluate("void window.open('https://evertill/index.html')");
  await expect.poll(() => desk.notes('popup')).toEqual(['deny']);
});

test('the page cannot be led elsewhere', async () => {
  await desk.evaluate("void (location.href = 'https://evil.example/')");
  await expect.poll(() => desk.notes('navigation')).toEqual(['prevented']);
  expect(await desk.evaluate('location.href')).toBe('https://evertill/index.html');
});

test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'serial', 'usb'])(
  'the permission %s is denied however it is asked for',
  async name => {
    expect(await desk.wish({ do: 'permission', name })).toEqual({
      request: false,
      check: false,
      device: false,
    });
  },
);

test('the page comes with the same shield as on the loopback host, and may talk to nobody', async () => {
  const csp = await desk.evaluate<string>(
    "new Promise(done => { document.addEventListener('securitypolicyviolation', event => done(event.originalPolicy), { once: true }); const image = new Image(); image.src = 'https://evil.example/x.png'; })",
  );
  expect(csp).toContain("default-src 'none'");
  expect(csp).toContain("connect-src 'none'");
});

test('several reloads each get a wire of their own', async () => {
  for (let loads = 0; loads < 3; loads += 1) {
    await desk.wish({ do: 'reload' });
    await expect.poll(async () => (await seen()).at(-1)?.ok).toBe(true);
  }
});

test('a device process is started for the core', async () => {
  await expect.poll(() => desk.notes('fork')).toContain('devices');
});

test('practice runs in the same core process, on the same wire, with devices of its own', async () => {
  const say = (word: string, input: object, practising = false) =>
    desk.evaluate<{ ok: boolean; value: Record<string, string>; refusal?: { code: string } }>(
      `window.say(${JSON.stringify(word)}, ${JSON.stringify(input)}, ${practising})`,
    );
  const begun = await say('setup.begin', {
    language: 'zh-CN',
    country: 'CN',
    shop: { name: '惠民便利', branch: '', address: '', phone: '' },
    ownerName: '王店长',
    ownerPin: '8351',
    start: 'own',
  });
  expect(await say('session.signIn', { staff: begun.value.staff, pin: '8351' })).toMatchObject({ ok: true });
  expect(await say('practice.begin', {})).toMatchObject({ ok: true, value: { on: true } });
  const forks = await desk.notes('fork');
  expect(forks.filter(name => name === 'core')).toHaveLength(1);
  expect(forks.filter(name => name === 'devices')).toHaveLength(2);
  const scan = { text: '6901234567892', from: 'keyboard' };
  // Signed in there, and not here.
  expect(await say('selling.scan', scan, true)).toMatchObject({ ok: true });
  expect(await say('selling.scan', scan)).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } });
});

test('both wires are rejoined after the core was killed', async () => {
  const before = [(await seen()).length, (await seen(1)).length] as const;
  await desk.wish({ do: 'kill', name: 'core' });
  for (const window of [0, 1] as const) {
    await expect
      .poll(async () => (await seen(window)).length, { timeout: 30_000 })
      .toBeGreaterThan(before[window]);
    expect((await seen(window)).at(-1)?.ok).toBe(true);
  }
  expect((await desk.notes('fork')).filter(name => name === 'core')).toHaveLength(2);
});

test('the data folder is for its owner only', () => {
  expect(statSync(desk.data).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(desk.data, 'till.db')).mode & 0o077).toBe(0);
});

test('quits when told, and the core says goodbye first', async () => {
  void desk.wish({ do: 'quit' }).catch(() => undefined);
  expect(await desk.ended).toBe(0);
  expect(
    await import('node:fs').then(fs => fs.readFileSync(path.join(desk.data, 'logs/till.jsonl'), 'utf8')),
  ).toContain('till.stopped');
});
