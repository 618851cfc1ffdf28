import { useState } from 'react';
import writeXlsxFile from 'write-excel-file/universal';
import { goodsMax } from '../../../shared/contract/catalog.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { minorDigits } from '../../../shared/domain/money.ts';
import {
  bookColumns,
  bookHead,
  bookRow,
  type PriceListWriting,
  priceListHead,
  priceListName,
  priceListRows,
} from '../../../shared/i18n/price-list.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { csvFile, saveFile } from '../../kit/save-file.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { showRefusal, useQuery } from '../../live/index.tsx';

export type FileKind = 'xlsx' | 'csv';
export type SavingProgress = { readonly done: number; readonly of: number };

/** Saves the catalogue as a file that can be imported again; one at a time. */
export function useGoodsFile() {
  const words = useWords();
  const { t, format, currency, language } = words;
  const ask = useQuery('catalog.goods');
  const [progress, setProgress] = useState<SavingProgress | null>(null);
  const save = async (kind: FileKind) => {
    if (progress) return;
    setProgress({ done: 0, of: 0 });
    try {
      const items = await allGoods(ask, setProgress);
      if (!items.ok) return showRefusal(items.refusal, words);
      const writing = { language, minorDigits: minorDigits(currency) };
      const name = priceListName(format.date(Date.now()), kind, language);
      saveFile(name, await fileOf(kind, items.value, writing));
      toast({ tone: 'green', title: t.catalog.goodsSaved(name) });
    } finally {
      setProgress(null);
    }
  };
  return { progress, save };
}

async function allGoods(
  ask: ReturnType<typeof useQuery<'catalog.goods'>>,
  tell: (progress: SavingProgress) => void,
): Promise<Result<readonly Item[], Refusal>> {
  const items: Item[] = [];
  let generation: number | null = null;
  for (let after: number | null = 0; after !== null; ) {
    const part = await ask({ after, limit: goodsMax, generation });
    if (!part.ok) return no(part.refusal);
    items.push(...part.value.items);
    tell({ done: items.length, of: part.value.of });
    ({ next: after, generation } = part.value);
  }
  return ok(items);
}

async function fileOf(kind: FileKind, items: readonly Item[], writing: PriceListWriting): Promise<Blob> {
  if (kind === 'csv') return csvFile(priceListHead(writing) + priceListRows(items, writing));
  const rows = [bookHead(writing), ...items.map(item => bookRow(item, writing))];
  return writeXlsxFile(rows, { columns: bookColumns, stickyRowsCount: 1 }).toBlob();
}
