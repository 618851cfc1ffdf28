import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../../kit/words.tsx';
import { SmallKey } from './small-key.tsx';

/** Groups in one line, which may not hold all of them: then a key at its end brings the next of them, and after the last the first. */
export function GroupStrip({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const strip = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState<Cut>('nowhere');
  useEffect(() => {
    const place = strip.current;
    if (!place) return;
    const look = () => setCut(cutOf(place));
    const sizes = new ResizeObserver(look);
    sizes.observe(place);
    for (const each of place.children) sizes.observe(each);
    place.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      place.removeEventListener('scroll', look);
    };
  });
  const more = () => {
    const place = strip.current;
    if (!place) return;
    const isEnd = cutOf(place) === 'left';
    place.scrollTo({ left: isEnd ? 0 : place.scrollLeft + place.clientWidth * 0.8 });
  };
  return (
    <>
      <div
        ref={strip}
        className={`flex min-w-0 flex-1 gap-2 overflow-x-auto [scrollbar-width:none] ${fades[cut]}`}
      >
        {children}
      </div>
      {cut !== 'nowhere' && (
        <SmallKey label={t.selling.groups.more} onPress={more}>
          »
        </SmallKey>
      )}
    </>
  );
}

/** Where the line goes on out of sight. */
type Cut = 'nowhere' | 'left' | 'right' | 'both';

function cutOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): Cut {
  const left = scrollLeft > 1;
  const right = scrollLeft + clientWidth < scrollWidth - 1;
  if (left) return right ? 'both' : 'left';
  return right ? 'right' : 'nowhere';
}

/** What is only partly in sight fades out, so that nobody reads a sliver of it. */
const fades: Readonly<Record<Cut, string>> = {
  nowhere: '',
  left: '[mask-image:linear-gradient(to_left,black_calc(100%-28px),transparent)]',
  right: '[mask-image:linear-gradient(to_right,black_calc(100%-28px),transparent)]',
  both: '[mask-image:linear-gradient(to_right,transparent,black_28px,black_calc(100%-28px),transparent)]',
};
