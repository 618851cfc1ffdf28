import { useSyncExternalStore } from 'react';
import type { Layout } from '../../../shared/contract/setup.ts';

/** As the rest of the page: below this, in px, a screen is narrow. */
const narrow = '(max-width: 1199.98px)';
const columnsOf: Readonly<Record<Layout, readonly [wide: number, narrow: number]>> = {
  scan: [4, 3],
  touch: [5, 4],
};

/** How high a row of tiles is: 96 px and more, larger where fingers do all the work, and none cut at the foot of usual screens. */
export const tileRows: Readonly<Record<Layout, string>> = {
  scan: 'auto-rows-[clamp(112px,calc((100%-16px)/3),140px)] [@media(min-height:880px)_and_(max-height:999px)]:auto-rows-[clamp(112px,calc((100%-24px)/4),140px)] [@media(min-height:1000px)]:auto-rows-[clamp(112px,calc((100%-32px)/5),160px)]',
  touch:
    'auto-rows-[clamp(96px,calc((100%-24px)/4),160px)] [@media(min-height:1000px)]:auto-rows-[clamp(96px,calc((100%-32px)/5),180px)]',
};

/** Tiles beside each other, the same where they are pressed and where they are arranged. */
export function useTileColumns(layout: Layout): number {
  const isNarrow = useSyncExternalStore(watchWidth, () => matchMedia(narrow).matches);
  return columnsOf[layout][isNarrow ? 1 : 0];
}

function watchWidth(changed: () => void): () => void {
  const width = matchMedia(narrow);
  width.addEventListener('change', changed);
  return () => width.removeEventListener('change', changed);
}
