/** Things that happen, and a way to wait until enough of them have; no sleeping, no polling. */
export type Inbox<T> = {
  readonly all: T[];
  add(value: T): void;
  until(seen: (all: readonly T[]) => boolean): Promise<void>;
};

export function inbox<T>(): Inbox<T> {
  const all: T[] = [];
  let waiting: { seen: (all: readonly T[]) => boolean; resolve: () => void }[] = [];
  return {
    all,
    add(value) {
      all.push(value);
      const done = waiting.filter(({ seen }) => seen(all));
      waiting = waiting.filter(one => !done.includes(one));
      for (const { resolve } of done) resolve();
    },
    until(seen) {
      if (seen(all)) return Promise.resolve();
      return new Promise(resolve => waiting.push({ seen, resolve }));
    },
  };
}
