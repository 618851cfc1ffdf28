import type { CatalogReads } from '../../electron/core/ports.ts';
import { type Item, type ItemId, noFlags } from '../../shared/domain/item.ts';
import { minor } from '../../shared/domain/money.ts';

const item = (code: string, name: string, fen: number): Item => ({
  id: `item-${code}` as ItemId,
  codes: [code],
  name,
  category: '',
  unit: 'piece',
  price: minor(fen),
  taxPermille: 130,
  taxCode: '',
  flags: noFlags,
});
const goods = [
  item('6901234567892', '可口可乐 330ml', 250),
  item('6902083881405', '农夫山泉 550ml', 200),
  item('6920152414019', '康师傅 红烧牛肉面', 450),
];

export const barcodes = goods.flatMap(({ codes }) => codes);

/** A price list of three goods: no payment depends on how goods are found. */
export const shortPriceList: CatalogReads = {
  itemsWithCode: code => goods.filter(({ codes }) => codes.includes(code)),
  itemsFound: () => [],
  item: id => goods.find(each => each.id === id),
  mostSold: most => goods.slice(0, most),
  categories: () => [],
  inCategory: () => [],
};
