import { useState } from 'react';
import { addDays, type BusinessDay } from '../../../shared/domain/business-day.ts';
import { useWords } from '../../kit/words.tsx';

const lengths = [1, 7, 30, 90] as const;
export type DaysLength = (typeof lengths)[number];

/** The days that are looked at: the last one, and how many up to it. */
export type Days = {
  readonly from: string;
  readonly to: string;
  readonly length: DaysLength;
  /** They end today: there are none after them. */
  readonly newest: boolean;
  /** By so many of its own lengths; never past today. */
  move(by: number): void;
  /** What `lengthen` makes of it, round and round. */
  readonly nextLength: DaysLength;
  lengthen(): void;
  setLength(length: DaysLength): void;
};

export function useDays(): Days {
  const { format } = useWords();
  const today = format.date(Date.now());
  const [last, setLast] = useState<string | null>(null);
  const [length, setLength] = useState<DaysLength>(1);
  const nextLength = lengths[(lengths.indexOf(length) + 1) % lengths.length]!;
  // Null is today: a screen that is left open over midnight goes along.
  const to = last ?? today;
  return {
    from: addDays(to as BusinessDay, 1 - length),
    to,
    length,
    newest: to === today,
    move: by => {
      const next = addDays(to as BusinessDay, by * length);
      setLast(next < today ? next : null);
    },
    nextLength,
    lengthen: () => setLength(nextLength),
    setLength,
  };
}
