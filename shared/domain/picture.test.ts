import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictures } from '../../test/doubles/pictures.ts';
import { pictureKind } from './picture.ts';

test.each(Object.entries(pictures))('a picture of each kind is known as what it is: %s', (kind, bytes) => {
  expect(pictureKind(bytes)).toBe(kind);
});

test.each(Object.entries(pictures))('one that was cut off anywhere is none: %s', (_kind, bytes) => {
  for (let length = 0; length < bytes.length; length += 1)
    expect(pictureKind(bytes.subarray(0, length)), `${length} bytes`).toBeUndefined();
});

test('any other bytes are no picture, whatever the file is called', () => {
  for (const text of ['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'BM', '%PDF-1.7'])
    expect(pictureKind(new TextEncoder().encode(text))).toBeUndefined();
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => pictureKind(bytes) === undefined));
});
