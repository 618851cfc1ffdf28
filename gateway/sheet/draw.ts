import { moduleMm } from './page.ts';

export type Symbology = 'ean13' | 'upca' | 'ean8' | 'code128';

const barHeightMm = 15;
/** Blank at either side; EAN-13 asks for 11 modules at its left (GS1 General Specifications 5.2.3.4). */
const quietModules = 11;
/** Of the drawing, which comes in units of half a module. */
const unitMm = moduleMm / 2;

/** Gives what draws a code as an SVG of its true size on paper. */
export async function barcodes(): Promise<(text: string, symbology: Symbology) => string> {
  // A megabyte of drawing code that a gateway without visitors never needs.
  const { toSVG } = await import('bwip-js/node');
  return (text, bcid) => trueToSize(toSVG({ bcid, text, height: barHeightMm, paddingwidth: quietModules }));
}

/** A style would say the same, but the page allows none inside it. */
function trueToSize(svg: string): string {
  return svg.replace(/^<svg viewBox="0 0 (\d+) (\d+)"/, (head, width: string, height: string) => {
    const [widthMm, heightMm] = [width, height].map(units => (Number(units) * unitMm).toFixed(2));
    return `<svg width="${widthMm}mm" height="${heightMm}mm"${head.slice(4)}`;
  });
}
