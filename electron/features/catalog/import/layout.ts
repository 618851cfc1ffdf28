import type { ImportField, ImportMapping } from '../../../../shared/contract/catalog.ts';
import { parseMinor } from '../../../../shared/domain/money.ts';
import type { FileRow } from './reader.ts';

/** How a file is laid out: where its header stands, if it has one, and which column holds what. */
export type Layout = {
  /** Line of the header, or 0 where there is none. Lines before it are titles. */
  readonly headerLine: number;
  readonly headers: readonly string[];
  readonly mapping: ImportMapping;
};

/** Titles above the header are common in printed lists; a header further down than this is none. */
const headerWithin = 5;

/** Finds the header by its words, or, where there is none, the columns by what is in them. */
export function layoutOf(rows: readonly FileRow[]): Layout {
  for (const { line, cells } of rows.slice(0, headerWithin)) {
    const mapping = mappingOfHeader(cells);
    const named = Object.keys(mapping).length;
    const needed = mapping.name !== undefined || mapping.price !== undefined || mapping.code !== undefined;
    if (needed && named >= Math.min(2, cells.length) && !cells.some(isPrice)) {
      return { headerLine: line, headers: cells, mapping };
    }
  }
  const columns = Math.max(0, ...rows.map(row => row.cells.length));
  const headers = Array.from({ length: columns }, (_, index) => String(index + 1));
  return { headerLine: 0, headers, mapping: mappingOfContent(rows, columns) };
}

/** What each header can mean, the best word first. Prices for members, or for those who buy many, are not in it. */
const words: Readonly<Record<ImportField, readonly string[]>> = {
  code: list(
    '条码 条形码 商品条码 商品条形码 国际条码 国条码 主条码 barcode ean ean13 gtin upc 商品编码 商品编号 编码 编号 货号 自编码 商品代码 代码 sku plu code itemcode productcode articleno',
  ),
  name: list(
    '品名 商品名称 名称 商品名 商品 货品名称 货名 产品名称 产品 物品名称 品名规格 name itemname productname product item title description',
  ),
  price: list(
    '售价 零售价 销售价 零售单价 销售单价 单价 价格 现价 定价 标价 零售价格 商品售价 price saleprice retailprice sellingprice unitprice',
  ),
  category: list('分类 类别 商品分类 商品类别 类目 品类 大类 部门 所属分类 category department group class'),
  unit: list('单位 计量单位 销售单位 基本单位 unit uom unitofmeasure'),
  taxRate: list('税率 增值税率 销项税率 taxrate vat vatrate tax'),
  taxCode: list(
    '税收分类编码 税收编码 税收分类 商品和服务税收分类编码 税务编码 税收商品编码 taxcode taxclassificationcode',
  ),
  flags: list('标记 标志 标签 属性 flags flag tags'),
  packCode: list(
    '箱码 整箱条码 箱条码 外箱条码 外箱码 大包装条码 整件条码 件码 casecode casebarcode packcode packbarcode outercode itf14',
  ),
  packCount: list(
    '入数 装箱数 箱入数 箱装数 箱规 每箱数量 装箱数量 整箱数量 件装数 caseqty casequantity casecount packqty packquantity packcount unitspercase',
  ),
  starts: list(
    '生效日期 生效时间 生效日 开始日期 开始时间 执行日期 执行时间 启用日期 调价日期 effectivefrom effectivedate effective validfrom startdate startsat starts',
  ),
  packPrice: list('箱价 整箱价 整箱售价 整件价 caseprice packprice'),
  lowest: list(
    '最低售价 最低价 最低零售价 最低销售价 最低限价 限价 底价 保底价 lowestprice lowest minprice minimumprice floorprice pricefloor',
  ),
  cost: list(
    '进价 进货价 进货单价 最近进价 最新进价 含税进价 采购价 采购单价 成本 成本价 单位成本 平均成本 移动平均成本 cost costprice unitcost purchaseprice buyingprice',
  ),
};

function list(blanksBetween: string): string[] {
  return blanksBetween.split(' ');
}

/** `售价（元）` and ` Unit Price * ` are their plain words. */
const plainHeader = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

function mappingOfHeader(cells: readonly string[]): ImportMapping {
  const headers = cells.map(plainHeader);
  const mapping: ImportMapping = {};
  for (const field of Object.keys(words) as ImportField[]) {
    for (const word of words[field]) {
      const column = headers.indexOf(word);
      if (column < 0) continue;
      mapping[field] = column;
      break;
    }
  }
  return mapping;
}

const isPrice = (cell: string): boolean => /\d/.test(cell) && parseMinor(cell).ok;
const isCode = (cell: string): boolean => /^\s*[0-9A-Za-z-]{5,20}\s*$/.test(cell) && /\d{3}/.test(cell);
const isName = (cell: string): boolean => /\p{L}/u.test(cell) && !isCode(cell);

/** Names are words, codes long digits, and the price is the last column of amounts that are no codes. */
function mappingOfContent(rows: readonly FileRow[], columns: number): ImportMapping {
  const share = (column: number, test: (cell: string) => boolean): boolean =>
    rows.filter(row => test(row.cells[column] ?? '')).length * 2 > rows.length;
  const all = Array.from({ length: columns }, (_, column) => column);
  const code = all.find(column => share(column, isCode));
  const name = all.find(column => column !== code && share(column, isName));
  const price = all.find(column => column !== code && column !== name && share(column, isPrice));
  return {
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(price === undefined ? {} : { price }),
  };
}
