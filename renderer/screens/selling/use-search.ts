import { useEffect, useState } from 'react';
import type { FoundItem } from '../../../shared/contract/catalog.ts';
import type { GoodsTile } from '../../../shared/contract/selling.ts';
import { codeWith } from '../../../shared/domain/codes.ts';
import type { QuietEntry } from '../../input/entry.ts';
import { useQuery } from '../../live/index.tsx';

/** Goods to pick; `similar`: not what was typed, but what may be meant. */
export type FoundTile = GoodsTile & { readonly similar?: boolean };

export type Results = { readonly text: string; readonly goods: readonly FoundTile[] };

/** A scanner's keys follow each other faster than this, so a scan never searches on its way in. */
const settleMs = 40;
const resultsMax = 30;

/**
 * Goods that the text in `entry` finds, as it is typed; null while there is nothing to look for. The latest
 * question wins. `paused`: the text means something else now.
 */
export function useSearch(entry: QuietEntry, paused: boolean): Results | null {
  const search = useQuery('catalog.search');
  const [results, setResults] = useState<Results | null>(null);
  useEffect(() => {
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      asked += 1;
      const mine = asked;
      const text = entry.read().trim();
      if (paused || !searchable(text)) {
        setResults(null);
        return;
      }
      timer = setTimeout(async () => {
        const answer = await search({ text, limit: resultsMax });
        if (mine === asked && answer.ok) setResults({ text, goods: answer.value.map(toTile(text)) });
      }, settleMs);
    };
    look();
    const end = entry.subscribe(look);
    return () => {
      asked = -1;
      clearTimeout(timer);
      end();
    };
  }, [entry, paused, search]);
  return results;
}

const toTile =
  (typed: string) =>
  ({ id, codes, name, price, unit, similar }: FoundItem): FoundTile => ({
    item: id,
    code: codeWith(codes, typed),
    name,
    price,
    unit,
    similar,
  });

/** Whether typed text is looked for: a word of any length, or enough digits to be part of a code. */
const searchable = (text: string): boolean => /[^\d.*\-+\s]/.test(text) || /^\d{3,}$/.test(text);
