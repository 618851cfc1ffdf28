import { qrcode } from 'bwip-js/generic';
import { useMemo } from 'react';

/** A QR code as one SVG path, drawn without a canvas and without markup from strings. `size` in units of the SVG around it. */
export function QrCode(props: {
  text: string;
  /** Read out in its place; the text itself where none is given. */
  title?: string;
  x: number;
  y: number;
  size: number;
}) {
  const drawn = useMemo(() => drawQr(props.text), [props.text]);
  const { x, y, size } = props;
  return (
    <svg x={x} y={y} width={size} height={size} viewBox={`0 0 ${drawn.side} ${drawn.side}`} role="img">
      <title>{props.title ?? props.text}</title>
      <path d={drawn.path} fillRule="evenodd" fill="currentColor" />
    </svg>
  );
}

type Drawn = { readonly side: number; readonly path: string };

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
