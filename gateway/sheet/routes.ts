import { checkDigitRight } from '../../shared/domain/codes.ts';
import type { Route } from '../http/route.ts';
import { readGoods, type SheetItem } from './goods.ts';
import { type Drawn, moduleMm, noSheetPage, sheetPage } from './page.ts';

export const sheetPath = '/sheet';

/** A printable sheet of the demo shop's barcodes, to drive a real scanner with. Read anew at each visit. */
export function sheetRoutes(goodsFile: string): readonly Route[] {
  return [
    {
      method: 'GET',
      path: sheetPath,
      admits: 'anyone',
      handle: async () => {
        const goods = await readGoods(goodsFile);
        return goods.ok && goods.value.length > 0 ? sheetPage(await draw(goods.value)) : noSheetPage();
      },
    },
  ];
}

/** Draws each code as what a scanner would read it as: EAN-13, UPC-A and EAN-8 by their digits, the rest as Code 128. */
async function draw(items: readonly SheetItem[]): Promise<Drawn[]> {
  // A megabyte of drawing code that a gateway without visitors never needs.
  const { toSVG } = await import('bwip-js/node');
  return items.map(item => ({
    item,
    svg: trueToSize(
      toSVG({ bcid: symbology(item.code), text: item.code, height: barHeightMm, paddingwidth: quietModules }),
    ),
  }));
}

const barHeightMm = 15;
/** Blank at either side; EAN-13 asks for 11 modules at its left (GS1 General Specifications 5.2.3.4). */
const quietModules = 11;
/** Of the drawing, which comes in units of half a module. */
const unitMm = moduleMm / 2;

/** Gives the drawing its size on paper; a style would say the same, but the page allows none inside it. */
function trueToSize(svg: string): string {
  return svg.replace(/^<svg viewBox="0 0 (\d+) (\d+)"/, (head, width: string, height: string) => {
    const [widthMm, heightMm] = [width, height].map(units => (Number(units) * unitMm).toFixed(2));
    return `<svg width="${widthMm}mm" height="${heightMm}mm"${head.slice(4)}`;
  });
}

function symbology(code: string): 'ean13' | 'upca' | 'ean8' | 'code128' {
  if (!/^(\d{8}|\d{12,13})$/.test(code) || !checkDigitRight(code)) return 'code128';
  return code.length === 13 ? 'ean13' : code.length === 12 ? 'upca' : 'ean8';
}
