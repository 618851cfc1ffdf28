import { expect, test } from 'vitest';
import { createStatusReader, troubleIn } from './status.ts';

const healthy = { printer: 0x12, offline: 0x12, error: 0x12, paper: 0x12 };

test('tells apart what printers mix on one line', () => {
  const read = createStatusReader();
  const wire = [
    0x12, 0x11, 0x00, 0x14, 0x00, 0x13, 0x00, 0x0f, 0x37, 0x22, 0x31, 0x32, 0x33, 0x34, 0x00, 0x0c, 0x5f,
    0x54, 0x4d, 0x00, 0x1a,
  ];
  expect(read(Uint8Array.from(wire))).toEqual([
    { kind: 'now', byte: 0x12 },
    { kind: 'in-turn', byte: 0x00 },
    { kind: 'process-id', id: '1234' },
    { kind: 'in-turn', byte: 0x0c },
    { kind: 'now', byte: 0x1a },
  ]);
});

test('reads an answer that comes in pieces', () => {
  const read = createStatusReader();
  const parts = [[0x37], [0x22, 0x31, 0x32], [0x33, 0x34], [0x00]].map(part => read(Uint8Array.from(part)));
  expect(parts).toEqual([[], [], [], [{ kind: 'process-id', id: '1234' }]]);
});

test('finds its way back after noise that never ends', () => {
  const read = createStatusReader();
  read(new Uint8Array(80).fill(0x5f));
  expect(read(Uint8Array.of(0x12))).toEqual([{ kind: 'now', byte: 0x12 }]);
});

test('says the cause, not only that the printer is offline', () => {
  expect(troubleIn(healthy)).toBeNull();
  expect(troubleIn({ printer: 0x1a, offline: 0x32, error: 0x12, paper: 0x7e })).toBe('paper-out');
  expect(troubleIn({ ...healthy, printer: 0x1a, offline: 0x16 })).toBe('cover-open');
  expect(troubleIn({ ...healthy, printer: 0x1a, offline: 0x52, error: 0x1a })).toBe('cutter-jammed');
  expect(troubleIn({ ...healthy, printer: 0x1a, offline: 0x52, error: 0x52 })).toBe('overheated');
  expect(troubleIn({ ...healthy, printer: 0x1a, offline: 0x52, error: 0x32 })).toBe('broken');
  expect(troubleIn({ printer: 0x1a, offline: null, error: null, paper: null })).toBe('offline');
});

test('prints on when the paper is only near its end', () => {
  expect(troubleIn({ ...healthy, paper: 0x1e })).toBeNull();
});
