import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDoubleReads, doubleReadMs } from './double-read.ts';
import type { WedgeScan } from './wedge.ts';

const scanAt = (firstAt: number, text = '6901234567892', tookMs = 60): WedgeScan => ({
  text,
  viaInputMethod: false,
  firstAt,
  lastAt: firstAt + tookMs,
  meanGapMs: 5,
});
const never = () => () => {};

test('what a trembling hand reads twice counts once, however often it trembles', () => {
  const isDouble = createDoubleReads(never);
  expect([1_000, 1_100, 1_250, 1_500].map(at => isDouble(scanAt(at)))).toEqual([false, true, true, true]);
});

test('two pieces of the same goods a second apart count twice, with the slowest of scanners too', () => {
  const isDouble = createDoubleReads(never);
  expect([1_000, 2_000, 3_000].map(at => isDouble(scanAt(at, '6901234567892', 500)))).toEqual([
    false,
    false,
    false,
  ]);
});

test('different codes are never one, at any speed; the same is one only within the window', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('690111', '690222'), fc.integer({ min: 0, max: 800 })), {
        maxLength: 20,
      }),
      scans => {
        const isDouble = createDoubleReads(never);
        let at = 0;
        let before: WedgeScan | null = null;
        for (const [text, gapMs] of scans) {
          at += gapMs;
          const scan = scanAt(at, text);
          expect(isDouble(scan)).toBe(before?.text === text && gapMs < doubleReadMs);
          before = scan;
          at = scan.lastAt;
        }
      },
    ),
  );
});

test('a text is forgotten, for it could be a payment code', () => {
  let forget = () => {};
  const isDouble = createDoubleReads((_ms, run) => {
    forget = () => run(0);
    return () => {};
  });
  isDouble(scanAt(1_000));
  forget();
  expect(isDouble(scanAt(1_100))).toBe(false);
});
