import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { slideName, slidesMax } from '../../../shared/domain/slides.ts';
import { pictures } from '../../../test/doubles/pictures.ts';
import { mustBe, openShop, openTestTill, refusalOf, throwAway } from '../../../test/doubles/till.ts';
import { pathsOf } from '../../host/paths.ts';
import { findSlide } from '../../host/slides.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const folder = () => pathsOf(shop.data).slides;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const add = (bytes: Uint8Array) => shop.say('setup.addSlide', { base64: base64(bytes) });
const addAll = async () => {
  const files: string[] = [];
  for (const bytes of Object.values(pictures)) files.push(mustBe(await add(bytes)).file);
  return files;
};
const shown = async () => (await shop.see('paying.display')).slides;

test('a picture of each kind lies in the till’s folder under the hash of its content, and on the customer’s screen', async () => {
  const files = await addAll();
  for (const file of files) expect(file).toMatch(slideName);
  expect((await shown()).files).toEqual(files);
  expect(readdirSync(folder()).sort()).toEqual([...files].sort());
  expect(readFileSync(path.join(folder(), files[0]!)).equals(Buffer.from(pictures.png))).toBe(true);
  expect(findSlide(folder(), `/slides/${files[2]}`)).toMatchObject({ type: 'image/jpeg' });
});

test('a file that is no whole picture is refused, and nothing is lost', async () => {
  const files = await addAll();
  const cut = pictures.png.subarray(0, pictures.png.length - 1);
  for (const bytes of [cut, new TextEncoder().encode('<svg/>'), new Uint8Array()])
    expect(refusalOf(await add(bytes))).toBe('not-a-picture');
  expect((await shown()).files).toEqual(files);
  expect(readdirSync(folder())).toHaveLength(files.length);
});

test('the same picture twice is one; and there are no more than fit', async () => {
  const { file } = mustBe(await add(pictures.png));
  expect(mustBe(await add(pictures.png)).file).toBe(file);
  // The kind is told by how a picture begins and ends: what lies between makes another one of it.
  const another = (at: number) =>
    Uint8Array.from([...pictures.png.subarray(0, 20), at, ...pictures.png.subarray(20)]);
  for (let at = 1; at < slidesMax; at += 1) mustBe(await add(another(at)));
  expect(refusalOf(await add(another(slidesMax)))).toBe('slides-full');
  expect((await shown()).files).toHaveLength(slidesMax);
});

test('they are put in order, left out and slowed down; only what came in can be named', async () => {
  const [one, two, three] = (await addAll()) as [string, string, string];
  const arrange = (files: string[], seconds: 5 | 30 = 5) =>
    shop.say('setup.change', { setting: 'slides', value: { seconds, files } });
  mustBe(await arrange([three, one], 30));
  expect(await shown()).toEqual({ seconds: 30, files: [three, one] });
  expect(refusalOf(await arrange([three, two]))).toBe('bad-input');
  expect(refusalOf(await arrange([one, one]))).toBe('bad-input');
  expect(refusalOf(await arrange([`${'0'.repeat(64)}.png`]))).toBe('bad-input');
  expect(refusalOf(await arrange(['../till.db']))).toBe('bad-input');
});

test('after the next start the pictures are there still, and what was left out or half written is gone', async () => {
  const [one, two] = (await addAll()) as [string, string];
  mustBe(await shop.say('setup.change', { setting: 'slides', value: { seconds: 10, files: [two] } }));
  writeFileSync(path.join(folder(), `${one}.draft`), 'half');
  await shop.stop();
  shop = { ...shop, ...(await openTestTill({ data: shop.data })) };
  expect((await shown()).files).toEqual([two]);
  expect(readdirSync(folder())).toEqual([two]);
});

test('no path leads out of the folder, and a picture whose file is gone is simply not there', async () => {
  const { file } = mustBe(await add(pictures.webp));
  for (const at of ['/slides/', '/slides/../till.db', `/slides/..%2f${file}`, `/slides/x/${file}`, '/slides'])
    expect(findSlide(folder(), at), at).toBeUndefined();
  expect(existsSync(path.join(folder(), '../till.db'))).toBe(true);
  expect(findSlide(folder(), `/slides/${'a'.repeat(64)}.webp`)).toBeUndefined();
});
