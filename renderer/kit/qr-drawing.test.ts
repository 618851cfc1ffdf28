import { createRequire } from 'node:module';
import type { raw as rawType } from 'bwip-js/node';
import { expect, test } from 'vitest';
import { drawQr } from './qr-drawing.ts';

// The ES module of this version hides `raw` behind a barcode of that name; the CommonJS one has it.
const { raw } = createRequire(import.meta.url)('bwip-js') as { raw: typeof rawType };

test('draws the QR code of a receipt number with exactly the modules it has', () => {
  const text = '1-000123';
  const { path, side } = drawQr(text);
  const [symbol] = raw('qrcode', text, 'eclevel=M');
  if (!symbol || !('pixs' in symbol)) throw new Error('a QR code is a matrix');
  const module = side / symbol.pixx;
  const outlines = path
    .slice(1, -1)
    .split('ZM')
    .map(outline => outline.split('L').map(point => point.split(' ').map(Number) as [number, number]));
  const dark = symbol.pixs.map((_, index) => {
    const x = ((index % symbol.pixx) + 0.5) * module;
    const y = (Math.floor(index / symbol.pixx) + 0.5) * module;
    return outlines.filter(outline => inside(outline, x, y)).length % 2;
  });
  expect(dark).toEqual(symbol.pixs);
});

/** Whether a ray from the point crosses the outline an odd number of times. */
function inside(outline: readonly (readonly [number, number])[], x: number, y: number): boolean {
  return outline.reduce((within, [x1, y1], index) => {
    const [x2, y2] = outline[(index + 1) % outline.length]!;
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !within : within;
  }, false);
}
