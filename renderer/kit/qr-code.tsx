import { useEffect, useState } from 'react';
import type { Drawn } from './qr-drawing.ts';

/** A QR code as one SVG path, drawn without a canvas and without markup from strings. `size` in units of the SVG around it. */
export function QrCode(props: {
  text: string;
  /** Read out in its place; the text itself where none is given. */
  title?: string;
  x: number;
  y: number;
  size: number;
}) {
  const { x, y, size, text } = props;
  const { side, path } = useDrawing(text) ?? blank;
  return (
    <svg x={x} y={y} width={size} height={size} viewBox={`0 0 ${side} ${side}`} role="img">
      <title>{props.title ?? text}</title>
      <path d={path} fillRule="evenodd" fill="currentColor" />
    </svg>
  );
}

const blank: Drawn = { side: 1, path: '' };

/** What draws the symbol weighs as much as half of the counter, so it comes when a code is first shown. */
function useDrawing(text: string): Drawn | null {
  const [drawn, setDrawn] = useState<(Drawn & { readonly text: string }) | null>(null);
  useEffect(() => {
    let isWanted = true;
    import('./qr-drawing.ts').then(
      ({ drawQr }) => {
        if (isWanted) setDrawn({ ...drawQr(text), text });
      },
      // What the code says stands beside it as well, wherever one is shown.
      (error: unknown) => console.warn('QR code not drawn', error),
    );
    return () => {
      isWanted = false;
    };
  }, [text]);
  return drawn?.text === text ? drawn : null;
}
