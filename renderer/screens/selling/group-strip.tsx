import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../../kit/words.tsx';
import { SmallKey } from './small-key.tsx';

/** Groups in one line, which may not hold all of them: then a key at its end brings the next of them, and after the last the first. */
export function GroupStrip({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const strip = useRef<HTMLDivElement>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const place = strip.current;
    if (!place) return;
    const look = () => setCut(place.scrollWidth > place.clientWidth + 1);
    const sizes = new ResizeObserver(look);
    sizes.observe(place);
    for (const each of place.children) sizes.observe(each);
    return () => sizes.disconnect();
  });
  const more = () => {
    const place = strip.current;
    if (!place) return;
    const isEnd = place.scrollLeft + place.clientWidth >= place.scrollWidth - 1;
    place.scrollTo({ left: isEnd ? 0 : place.scrollLeft + place.clientWidth * 0.8 });
  };
  return (
    <>
      <div ref={strip} className="flex min-w-0 flex-1 gap-2 overflow-x-auto [scrollbar-width:none]">
        {children}
      </div>
      {isCut && (
        <SmallKey label={t.selling.groups.more} onPress={more}>
          »
        </SmallKey>
      )}
    </>
  );
}
