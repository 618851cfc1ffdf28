import { checkDigitRight } from '../../shared/domain/codes.ts';
import type { Route } from '../http/route.ts';
import { barcodes, type Symbology } from './draw.ts';
import { readGoods, type SheetItem } from './goods.ts';
import { type Drawn, noSheetPage, sheetPage } from './page.ts';

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
  const barcode = await barcodes();
  return items.map(item => ({ item, svg: barcode(item.code, symbology(item.code)) }));
}

function symbology(code: string): Symbology {
  if (!/^(\d{8}|\d{12,13})$/.test(code) || !checkDigitRight(code)) return 'code128';
  return code.length === 13 ? 'ean13' : code.length === 12 ? 'upca' : 'ean8';
}
