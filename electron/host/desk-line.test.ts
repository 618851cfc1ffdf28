import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { type DeskPort, deskLine, type ToMain } from './desk-line.ts';
import { restartBudget } from './restarts.ts';
import { customerOptions, windowOptions } from './window.ts';

test('a secret is sealed and opened by whoever holds the keystore, answers in any order', async () => {
  const asked: ToMain[] = [];
  const line = deskLine(message => asked.push(message));
  const vault = line.keystore('keystore')!;
  const [sealed, opened] = [vault.seal('one'), vault.open('two')];
  expect(asked).toMatchObject([
    { verb: 'seal', text: 'one' },
    { verb: 'open', text: 'two' },
  ]);
  const [first, second] = asked as Extract<ToMain, { type: 'vault' }>[];
  line.hear({ type: 'vault', ask: second!.ask, text: 'TWO' }, undefined);
  line.hear({ type: 'vault', ask: first!.ask, text: 'ONE' }, undefined);
  expect([await sealed, await opened]).toEqual(['ONE', 'TWO']);
});

test('a keystore that will not open says so; one that will not seal is our fault', async () => {
  const line = deskLine(message => {
    if (message.type === 'vault')
      queueMicrotask(() => line.hear({ type: 'vault', ask: message.ask, text: undefined }, undefined));
  });
  expect(await line.keystore('keystore')!.open('x')).toBeUndefined();
  await expect(line.keystore('keystore')!.seal('x')).rejects.toThrow('seal');
});

test('a disk that the till cannot open on is told to the person; what nobody can mend is thrown on', () => {
  const said: ToMain[] = [];
  const line = deskLine(message => said.push(message));
  line.notStarted(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), '/till');
  expect(said).toMatchObject([{ type: 'not-started', why: expect.stringContaining('/till') }]);
  expect(() => line.notStarted(new Error('boom'), '/till')).toThrow('boom');
});

test('what is said to devices before their process is there reaches them in order', async () => {
  const asked: ToMain[] = [];
  const line = deskLine(message => asked.push(message));
  const channel = line.forkDevices();
  channel.post('first');
  channel.post('second');
  const { port1, port2 } = new MessageChannel();
  const heard: unknown[] = [];
  port2.on('message', message => heard.push(message));
  const [fork] = asked as Extract<ToMain, { type: 'fork-devices' }>[];
  line.hear({ type: 'devices', fork: fork!.fork }, port1 as unknown as DeskPort);
  await expect.poll(() => heard).toEqual(['first', 'second']);
  const ended = new Promise(resolve => channel.onExit(resolve));
  line.hear({ type: 'devices-ended', fork: fork!.fork, how: 'exit 1' }, undefined);
  expect(await ended).toBe('exit 1');
  port1.close();
});

test('a core that dies five times a minute is started again, a sixth time not; a minute later again', () => {
  let nowMs = 0;
  const may = restartBudget(5, 60_000, () => nowMs);
  expect([may(), may(), may(), may(), may(), may()]).toEqual([true, true, true, true, true, false]);
  nowMs = 60_000;
  expect(may()).toBe(true);
});

test('the window of a package has no developer tools, and never any power', () => {
  const { webPreferences } = windowOptions('/preload.cjs', true, true);
  expect(webPreferences).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  });
});

test('a customer’s window opens on the display that is not the till’s, and nowhere where there is only one', () => {
  const till = { id: 7, bounds: { x: 800, y: 0, width: 1366, height: 768 } };
  const small = { id: 3, bounds: { x: 0, y: 0, width: 800, height: 480 } };
  const screen = { getPrimaryDisplay: () => till, getAllDisplays: () => [small, till] };
  expect(customerOptions(screen, '/preload.cjs', true)).toMatchObject({
    ...small.bounds,
    kiosk: false,
    focusable: false,
    webPreferences: windowOptions('/preload.cjs', true, true).webPreferences,
  });
  expect(customerOptions({ ...screen, getAllDisplays: () => [till] }, '/preload.cjs', true)).toBeUndefined();
});
