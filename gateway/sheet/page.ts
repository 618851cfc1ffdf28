import { createHash } from 'node:crypto';
import { minor, plainAmount } from '../../shared/domain/money.ts';
import type { Reply } from '../http/route.ts';
import type { SheetItem } from './goods.ts';

export type Drawn = { readonly item: SheetItem; readonly svg: string };

const goodsTitle = '商品条码练习纸 · Barcodes to practise with';

/** One module of a barcode at 100 %: what every hand scanner is made for. */
export const moduleMm = 0.33;

// On screen a module is two whole pixels, as half-grey edges are more than a scanner forgives.
const style = `
@page { size: A4; margin: 12mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 4mm 0; max-width: 190mm; font: 11pt/1.4 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #000; background: #fff }
h1 { font-size: 15pt; margin: 0 0 1mm }
p { margin: 0 0 5mm }
ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm }
li { border: 0.2mm solid #999; border-radius: 2mm; padding: 3mm 5mm; text-align: center; break-inside: avoid }
li svg { display: block; max-width: 100%; margin: 2mm auto 1mm; shape-rendering: crispEdges }
h2 { font-size: 12pt; margin: 8mm 0 3mm; break-after: avoid }
ul.wide li { padding: 3mm 1mm }
b { display: block; font-weight: 600; overflow-wrap: anywhere; min-height: 2.8em }
@media screen {
  body { max-width: 270mm }
  body:has(ul.wide) { max-width: 330mm }
  li svg { zoom: ${2 / (moduleMm * (96 / 25.4))} }
}
`;

/** The sheet itself: A4, three columns, one barcode per item. Everything from the goods file is escaped. */
export function sheetPage(drawn: readonly Drawn[]): Reply {
  const items = drawn.map(
    ({ item, svg }) =>
      `<li><b>${escapeHtml(item.name)}</b>${svg}<span>${escapeHtml(item.code)}</span> ￥${plainAmount(minor(item.price))}</li>`,
  );
  return page(
    goodsTitle,
    `<p>打印后用扫码枪扫描；屏幕上也能扫。Print at 100 % and scan, or scan from the screen.</p>\n<ul>\n${items.join('\n')}\n</ul>`,
  );
}

/** What stands in place of the sheet when there is nothing to draw. */
export function noSheetPage(): Reply {
  return page(
    goodsTitle,
    '<p>没有找到演示商店的商品文件，无法生成条码。</p><p>The demo shop’s goods file was not found, so there are no barcodes to draw.</p>',
    404,
  );
}

/** A page of barcodes; `content` is markup, escaped by whoever made it. */
export function page(title: string, content: string, status = 200): Reply {
  return {
    status,
    type: 'text/html; charset=utf-8',
    contentPolicy: `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; `,
    body: `<!doctype html>
<html lang="zh-CN" translate="no">
<meta charset="utf-8">
<title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>
${content}
</html>
`,
  };
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign] ?? '');
