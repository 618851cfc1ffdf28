import { useState } from 'react';
import { type Minor, minorDigits, plainAmount, zero } from '../../../shared/domain/money.ts';
import { type CashCount, facesOf, worthOf } from '../../../shared/domain/shift/cash-count.ts';
import { type Entry, useEntry } from '../../input/entry.ts';
import { useWords } from '../../kit/words.tsx';
import { amountTyped, readAmount } from './use-amount.ts';

/** What was counted: a sum, and the faces it was counted by, where it was. */
export type Counted = { readonly amount: Minor; readonly faces?: CashCount };

export type CashCounter = {
  readonly entry: Entry;
  /** Coins and notes of this currency, largest first. */
  readonly list: readonly number[];
  /** The face that is being counted, or null at the sum. */
  readonly at: number | null;
  /** Pieces per face so far. */
  readonly faces: CashCount;
  /** Null while nothing has been counted. */
  readonly amount: Minor | null;
  read(): Counted | null;
  go(at: number | null): void;
  /** To the next face down, behind the last one to the sum; false at the sum: there Enter means done. */
  next(): boolean;
  step(by: number): void;
  fill(counted: Counted): void;
  clear(): void;
};

const nothing: CashCount = {};

/**
 * Counts cash, as one typed sum or by the pieces of each face: they are one list, its last row the sum, where
 * it begins. A sum that is typed puts away what had been counted by faces.
 */
export function useCount(): CashCounter {
  const { currency } = useWords();
  const digits = minorDigits(currency);
  const list = facesOf(currency);
  const [at, setAt] = useState<number | null>(null);
  const [kept, setKept] = useState<CashCount>(nothing);
  const entry = useEntry({ accepts: at === null ? amountTyped(digits) : /^\d{0,4}$/ });

  const facesNow = (text: string): CashCount => {
    if (at === null) return text === '' ? kept : nothing;
    const { [list[at]!]: _typedAnew, ...others } = kept;
    return text === '' ? others : { ...others, [list[at]!]: Number(text) };
  };
  const countOf = (text: string): Counted | null => {
    if (at === null && text !== '') {
      const amount = readAmount(text, digits);
      return amount === null ? null : { amount };
    }
    const faces = facesNow(text);
    const worth = worthOf(faces, currency);
    return Object.keys(faces).length > 0 && worth.ok ? { amount: worth.value, faces } : null;
  };
  const go = (next: number | null) => {
    const faces = facesNow(entry.read());
    setKept(faces);
    setAt(next);
    entry.set(next === null ? '' : String(faces[list[next]!] ?? ''));
  };
  return {
    entry,
    list,
    at,
    faces: facesNow(entry.text),
    amount: countOf(entry.text)?.amount ?? null,
    read: () => countOf(entry.read()),
    go,
    next: () => {
      if (at === null) return false;
      go(at + 1 < list.length ? at + 1 : null);
      return true;
    },
    step: by => {
      const rows = list.length + 1;
      const place = ((at ?? list.length) + by + rows) % rows;
      go(place === list.length ? null : place);
    },
    fill: ({ amount, faces }) => {
      setAt(null);
      setKept(faces ?? nothing);
      entry.set(faces ? '' : plainAmount(amount, digits));
    },
    clear: () => {
      setAt(null);
      setKept(nothing);
      entry.clear();
    },
  };
}

/** What to show of it: nothing counted counts as nothing there. */
export const shown = (amount: Minor | null): Minor => amount ?? zero;
