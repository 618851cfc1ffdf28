import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { no, ok, type Result } from '../../shared/lib/result.ts';
import { clip, tameText } from '../../shared/lib/text.ts';

export type SheetItem = { readonly code: string; readonly name: string; readonly price: number };

const itemsMax = 500;

/**
 * Reads the goods to print from a demo shop's file: `{items: [{code, name, price (minor units), ...}]}`.
 * Rows that do not fit are left out; a file that is missing or is no such file is refused.
 */
export async function readGoods(
  file: string,
): Promise<Result<readonly SheetItem[], 'goods-missing' | 'goods-unreadable'>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return no('goods-missing');
  }
  const shop = Shop.safeParse(parse(text));
  if (!shop.success) return no('goods-unreadable');
  return ok(shop.data.items.slice(0, itemsMax).flatMap(row => readItem(row)));
}

const Shop = z.object({ items: z.array(z.unknown()) });
const Row = z.object({
  code: z.coerce.string().regex(/^[\x21-\x7e]{1,32}$/),
  name: z.string(),
  price: z.int().min(0),
});

function readItem(row: unknown): SheetItem[] {
  const read = Row.safeParse(row);
  if (!read.success) return [];
  return [{ ...read.data, name: clip(tameText(read.data.name), 40) }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
