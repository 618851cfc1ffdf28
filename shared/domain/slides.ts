/** Pictures on the customer's screen while nobody is served, in their order, each for so many seconds. */
export type Slides = { readonly seconds: number; readonly files: readonly string[] };

export const slidesMax = 20;
/** What the till keeps of one picture; the page makes it no larger than a screen. */
export const slideBytesMax = 2_500_000;
/** For how long each picture may stand. */
export const slideSeconds = [5, 10, 30] as const;
export const noSlides: Slides = { seconds: 10, files: [] };

/** A slide's file: the hash of its content, and what kind of picture it is. */
export const slideName = /^[0-9a-f]{64}\.(?:png|jpg|webp)$/;
