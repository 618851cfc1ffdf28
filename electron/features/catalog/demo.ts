import type { Language, Shop } from '../../../shared/contract/setup.ts';
import type { ItemFlags, Unit } from '../../../shared/domain/item.ts';
import { type Minor, plainAmount } from '../../../shared/domain/money.ts';
import type { PriceList } from './import/file.ts';
import type { FileRow } from './import/reader.ts';

/** What `resources/demo-shop.json` holds: a convenience store of our own, for demonstration and training. */
export type DemoShop = {
  readonly shop: { readonly zh: Shop; readonly en: Shop };
  readonly categories: readonly { readonly zh: string; readonly en: string }[];
  readonly items: readonly DemoItem[];
};

export type DemoItem = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly price: Minor;
  readonly unit: Unit;
  /** In Chinese; `categories` has the English. */
  readonly category: string;
  readonly taxPermille: number;
  readonly taxCode: string;
  readonly flags?: Partial<ItemFlags>;
};

const headers = ['code', 'name', 'price', 'category', 'unit', 'taxRate', 'taxCode', 'flags'];

/** The demo shop as a price list in one language, to be imported like any other. */
export function demoPriceList(demo: DemoShop, language: Language): PriceList {
  const english = new Map(demo.categories.map(({ zh, en }) => [zh, en]));
  const cellsOf = (item: DemoItem): string[] => [
    item.code,
    language === 'en' ? item.nameEn : item.name,
    plainAmount(item.price),
    language === 'en' ? (english.get(item.category) ?? '') : item.category,
    item.unit,
    `${plainAmount(item.taxPermille as Minor, 1)}%`,
    item.taxCode,
    Object.entries(item.flags ?? {})
      .filter(([, set]) => set)
      .map(([flag]) => flag)
      .join(' '),
  ];
  return {
    encoding: 'utf-8',
    delimiter: ',',
    sheet: null,
    layout: {
      headerLine: 1,
      headers,
      mapping: { code: 0, name: 1, price: 2, category: 3, unit: 4, taxRate: 5, taxCode: 6, flags: 7 },
    },
    *rows(): Generator<FileRow> {
      for (const [index, item] of demo.items.entries())
        yield { line: index + 2, cells: cellsOf(item), fault: null };
    },
  };
}
