import { eachRun, fold } from './fold.ts';
import { readingsAt } from './pinyin.ts';
import { pointsIn } from './points.ts';
import type { Units } from './units.ts';

/** What is said aloud of a name, syllable by syllable, each in the ways in which it is said. */
export type Spoken = readonly (readonly string[])[];

/** From where to where, in UTF-16 units. */
type Stretch = { readonly from: number; readonly to: number };

/** A name as it is searched. */
export type Heard = {
  readonly folded: string;
  /** Of what is folded, what is Han, and what is a number. */
  readonly han: readonly Stretch[];
  readonly numbers: readonly Stretch[];
  readonly spoken: Spoken;
};

/** What is searched of a name; `units` takes all that is folded, for whoever cuts words out of it. */
export function heard(name: string, units: Units): Heard {
  const folded = fold(name);
  const han: Stretch[] = [];
  const numbers: Stretch[] = [];
  const spoken: (readonly string[])[] = [];
  units.set(folded);
  eachRun(units, (kind, from, to) => {
    if (kind === 'digits') numbers.push({ from, to });
    else if (kind === 'letters') spoken.push([folded.slice(from, to)]);
    else {
      han.push({ from, to });
      readInto(spoken, units.units, from, to);
    }
  });
  return { folded, han, numbers, spoken };
}

/** What nothing is known about is not spoken. */
function readInto(spoken: (readonly string[])[], units: Uint16Array, from: number, to: number): void {
  const points = pointsIn(units, from, to);
  for (let index = 0; index < points.length; index++) {
    const readings = readingsAt(points, index);
    if (readings.length > 0) spoken.push(readings);
  }
}
