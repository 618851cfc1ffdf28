import { type RefObject, useLayoutEffect, useState } from 'react';

/** In px. */
export type Room = { readonly width: number; readonly height: number };

/** How much room an element has, for a drawing whose letters stay as large as all others; null before it stands. */
export function useRoom(place: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setRoom(now => (now?.width === width && now.height === height ? now : { width, height }));
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, [place]);
  return room;
}
