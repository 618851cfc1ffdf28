import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserFlags } from '../../electron/loopback/kiosk.ts';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';
import { type LoopbackRig, openLoopbackRig } from './loopback-rig.ts';

// The door, tried from where the danger is: pages in a real browser that has the till's cookie.
let rig: LoopbackRig;
let browser: Browser;
let evil: Server;
beforeAll(async () => {
  rig = await openLoopbackRig();
  evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>evil</title>');
  });
  await new Promise<void>(resolve => evil.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({
    executablePath: needTestBrowser(),
    // A name that an attacker has rebound to this machine.
    args: [...testBrowserFlags, '--host-resolver-rules=MAP rebound.example 127.0.0.1'],
  });
});
afterAll(async () => {
  await browser?.close();
  evil?.close();
  await rig?.close();
});

/** The first window of a browser takes its second on a busy machine. */
const patient = { timeout: 10_000 };

const evilUrl = () => `http://127.0.0.1:${(evil.address() as AddressInfo).port}/`;
const port = () => new URL(rig.till.url).port;

/** A page that has come in by ticket, as the till's own window does. */
async function enter() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { ticketUrl } = await rig.till.newTicket();
  await page.goto(ticketUrl);
  await page.waitForURL(`${rig.till.url}/`);
  return { context, page, ticketUrl };
}

test('a ticket brings the page, the page gets its wire, and the address shows no ticket', async () => {
  const { context, page } = await enter();
  await expect.poll(() => page.textContent('#state'), patient).toContain('"kind":"page"');
  expect(page.url()).toBe(`${rig.till.url}/`);
  expect(await page.evaluate('document.cookie')).toBe('');
  await page.reload();
  await expect.poll(() => page.textContent('#state'), patient).toContain('"kind":"page"');
  await context.close();
});

test('a used ticket shows what to do instead of the till', async () => {
  const { context, ticketUrl } = await enter();
  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(ticketUrl);
  expect(await page.textContent('body')).toContain('请重新打开收银台');
  await Promise.all([context.close(), other.close()]);
});

test('another site in the same browser reaches neither the wire nor the page', async () => {
  const { context } = await enter();
  const page = await context.newPage();
  await page.goto(evilUrl());
  expect(await page.evaluate(openSocket, `ws://127.0.0.1:${port()}/wire`)).toBe('closed');
  expect(await page.evaluate(readPage, `${rig.till.url}/`)).toBe('unreadable');
  await page.evaluate(framePage, `${rig.till.url}/enter`);
  await expect.poll(() => page.frames().at(-1)?.url(), patient).toBe('chrome-error://chromewebdata/');
  await page.evaluate(postForm, `${rig.till.url}/enter`);
  await page.waitForURL(`${rig.till.url}/enter`);
  expect(await page.textContent('body')).toContain('请重新打开收银台');
  await context.close();
});

test('a name rebound to this machine gets nothing, not even the ticket page', async () => {
  const { context } = await enter();
  const page = await context.newPage();
  const answer = await page.goto(`http://rebound.example:${port()}/enter`);
  expect(answer?.status()).toBe(403);
  expect(await page.evaluate(openSocket, `ws://rebound.example:${port()}/wire`)).toBe('closed');
  await context.close();
});

test('no ticket and no token stands on the command line of the till’s window', () => {
  const flags = browserFlags('file:///till/run/open.html', path.join(rig.data, 'browser'), true).join(' ');
  const { token } = JSON.parse(readFileSync(path.join(rig.data, 'run/till.json'), 'utf8')) as {
    token: string;
  };
  expect(flags).not.toContain(token);
  expect(flags).toContain('--user-data-dir=');
  expect(flags).not.toMatch(/remote-debugging|disable-web-security/);
  expect(flags.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});

const openSocket = (url: string) =>
  new Promise<string>(resolve => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve('open');
    socket.onclose = () => resolve('closed');
  });
const readPage = (url: string) =>
  fetch(url, { credentials: 'include' }).then(
    answer => answer.text(),
    () => 'unreadable',
  );
const framePage = (src: string) =>
  document.body.append(Object.assign(document.createElement('iframe'), { src }));
const postForm = (action: string) => {
  const form = Object.assign(document.createElement('form'), {
    action,
    method: 'post',
    enctype: 'text/plain',
  });
  document.body.append(form);
  form.submit();
};
