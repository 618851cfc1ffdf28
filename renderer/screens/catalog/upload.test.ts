import { expect, test } from 'vitest';
import { uploadChunkMax } from '../../../shared/contract/catalog.ts';
import { uploadFile } from './upload.ts';

const receiver = () => {
  const pieces: string[] = [];
  return {
    pieces,
    stage: async ({ index, base64 }: { index: number; base64: string }) => {
      expect(index).toBe(pieces.length);
      pieces.push(base64);
      return { ok: true };
    },
    bytes: () => Buffer.concat(pieces.map(piece => Buffer.from(piece, 'base64'))),
  };
};

test('a file arrives byte for byte, in pieces of at most 256 KiB, in order', async () => {
  const sent = Uint8Array.from({ length: 2 * uploadChunkMax + 17 }, (_, index) => (index * 31) % 256);
  const there = receiver();
  const told: number[] = [];
  const whole = await uploadFile(
    new Blob([sent]),
    'u',
    there.stage,
    bytes => told.push(bytes),
    () => false,
  );
  expect(whole).toBe(true);
  expect(there.bytes().equals(sent)).toBe(true);
  expect(there.pieces).toHaveLength(3);
  expect(told).toEqual([uploadChunkMax, 2 * uploadChunkMax, sent.length]);
});

test('nothing more is sent after a piece was refused, or after the cashier chose another file', async () => {
  const file = new Blob([new Uint8Array(3 * uploadChunkMax)]);
  let asked = 0;
  const refusing = async () => ({ ok: ++asked < 2 });
  expect(
    await uploadFile(
      file,
      'u',
      refusing,
      () => {},
      () => false,
    ),
  ).toBe(false);
  expect(asked).toBe(2);
  expect(
    await uploadFile(
      file,
      'u',
      refusing,
      () => {},
      () => true,
    ),
  ).toBe(false);
  expect(asked).toBe(2);
});
