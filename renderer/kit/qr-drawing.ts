import { qrcode } from 'bwip-js/generic';

export type Drawn = { readonly side: number; readonly path: string };

/** Outlines of the dark modules; holes are cut out by the even-odd rule. */
export function drawQr(text: string): Drawn {
  let side = 1;
  const outlines: string[] = [];
  // Level M, as the printer draws it; the typings know no options of single symbols.
  const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 };
  return qrcode<Drawn>(options, {
    scale: (sx, sy) => [sx, sy],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: width => {
      side = width;
    },
    polygon: points => {
      outlines.push(`M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`);
    },
    line: () => {},
    hexagon: () => {},
    ellipse: () => {},
    fill: () => {},
    text: () => {},
    end: () => ({ side, path: outlines.join('') }),
  });
}
