import { create } from 'zustand';

/** `there` is null until the piece has come; `failed`: it never will in this page (see `PieceMissing`). */
export type Fetched<T> = { readonly there: T | null; readonly failed: boolean };

/** A part of the page that comes on its own, after what a scan needs. */
export type Piece<T> = {
  /** For the browser's log. */
  readonly name: string;
  /** Fetches it, once; never rejects. */
  fetch(): Promise<void>;
  /** A hook. */
  use(): Fetched<T>;
};

export function pieceOf<T>(name: string, load: () => Promise<T>): Piece<T> {
  const use = create<Fetched<T>>(() => ({ there: null, failed: false }));
  let fetching: Promise<void> | null = null;
  const fetch = async () => {
    try {
      use.setState({ there: await load() });
    } catch (error) {
      console.error(`${name} not fetched`, error);
      use.setState({ failed: true });
    }
  };
  return {
    name,
    fetch: () => {
      fetching ??= fetch();
      return fetching;
    },
    use,
  };
}
