/**
 * What the text that was read or written last says: one row is read again and again between two changes of it, and
 * a long one takes a while to parse. It counts only for exactly that text, so it can't outlive a rollback. What it
 * gives is shared by all who ask: nobody changes it.
 */
export type LastParsed<T> = {
  /** What `text` says; it must be JSON of a `T`. */
  of(text: string): T;
  /** Remembers that `text` says `value`, and gives it back. */
  written(text: string, value: T): string;
};

export function lastParsed<T>(): LastParsed<T> {
  let latest: { readonly text: string; readonly value: T } | undefined;
  return {
    of: text => {
      if (latest?.text !== text) latest = { text, value: JSON.parse(text) as T };
      return latest.value;
    },
    written: (text, value) => {
      latest = { text, value };
      return text;
    },
  };
}
