import { type AsyncZippable, type Zippable, zipSync } from 'fflate/browser';

export { strToU8, zipSync } from 'fflate/browser';

/**
 * Stands in for `zip` of fflate in the page (see vite.config.ts). That one starts a worker from a text for
 * larger files, which the page's Trusted Types forbid to everybody; this one packs at once.
 */
export function zip(
  files: AsyncZippable,
  done: (error: Error | null, archive: Uint8Array | null) => void,
): void {
  try {
    done(null, zipSync(files as Zippable));
  } catch (error) {
    done(error as Error, null);
  }
}
