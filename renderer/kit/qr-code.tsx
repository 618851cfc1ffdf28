import { useEffect, useState } from 'react';
import { PieceMissing } from './piece-missing.ts';
import type { Drawn } from './qr-drawing.ts';

/** A QR code as one SVG path, drawn without a canvas and without markup from strings. `size` in units of the SVG around it. */
export function QrCode(props: {
  text: string;
  /** Read out in its place; the text itself where none is given. */
  title?: string;
  x: number;
  y: number;
  size: number;
  /** Nothing beside it says the same: where it can't be drawn the screen is no use. */
  needed?: boolean;
}) {
  const { x, y, size, text } = props;
  const drawing = useDrawing(text);
  if (drawing === 'failed' && props.needed) throw new PieceMissing('QR codes');
  const { side, path } = drawing === 'failed' || drawing === null ? blank : drawing;
  return (
    <svg x={x} y={y} width={size} height={size} viewBox={`0 0 ${side} ${side}`} role="img">
      <title>{props.title ?? text}</title>
      <path d={path} fillRule="evenodd" fill="currentColor" />
    </svg>
  );
}

const blank: Drawn = { side: 1, path: '' };

/** What draws the symbol weighs as much as half of the counter, so it comes when a code is first shown. */
function useDrawing(text: string): Drawn | 'failed' | null {
  const [drawn, setDrawn] = useState<(Drawn & { readonly text: string }) | 'failed' | null>(null);
  useEffect(() => {
    let isWanted = true;
    import('./qr-drawing.ts').then(
      ({ drawQr }) => {
        if (isWanted) setDrawn({ ...drawQr(text), text });
      },
      (error: unknown) => {
        console.warn('QR code not drawn', error);
        if (isWanted) setDrawn('failed');
      },
    );
    return () => {
      isWanted = false;
    };
  }, [text]);
  return drawn === 'failed' || drawn?.text === text ? drawn : null;
}
