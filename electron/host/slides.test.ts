import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictures } from '../../test/doubles/pictures.ts';
import { answerPage, openPage } from './page.ts';
import { keepSlide } from './slides.ts';

const origin = 'app://evertill';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evertill-slides-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a picture that comes in while the till runs is served by the page, with its shield, as what it is', async () => {
  const slides = path.join(folder, 'slides');
  const page = openPage(folder, "'none'", slides);
  const name = await keepSlide(slides, pictures.webp, 'webp');
  const answer = answerPage(page, origin, { url: `${origin}/slides/${name}`, method: 'GET' });
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(pictures.webp))).toBe(true);
  expect(answer.headers.get('content-type')).toBe('image/webp');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const other = answerPage(page, origin, { url: `${origin}/slides/../index.html`, method: 'POST' });
  expect(other.status).toBe(404);
});

test('it lies there once, whole, and for its owner only', async () => {
  const slides = path.join(folder, 'own');
  const name = await keepSlide(slides, pictures.png, 'png');
  expect(await keepSlide(slides, pictures.png, 'png')).toBe(name);
  expect(readdirSync(slides)).toEqual([name]);
  if (process.platform === 'win32') return;
  expect(statSync(path.join(slides, name)).mode & 0o777).toBe(0o600);
  expect(statSync(slides).mode & 0o777).toBe(0o700);
});
