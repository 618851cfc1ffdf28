import { tellStories } from './crew.ts';

/** The seed that caught a mutant; null where it survived. `by`: the promise that it broke. */
export type Catch = { readonly mutant: string; readonly seed: number | null; readonly by: string };

/** Tells stories with a mutant in the till's place, until one of them breaks. */
export async function hunt(
  mutant: string,
  first: number,
  storiesMax: number,
  workers: number,
): Promise<Catch> {
  let caught: Catch = { mutant, seed: null, by: '' };
  await tellStories({
    seeds: Array.from({ length: storiesMax }, (_, place) => first + place),
    workers,
    mutant,
    onResult: ({ seed, violations }) => {
      const [violation] = violations;
      if (!violation) return true;
      if (caught.seed === null || seed < caught.seed)
        caught = { mutant, seed, by: `${violation.kind}: ${violation.what}` };
      return false;
    },
  });
  return caught;
}
