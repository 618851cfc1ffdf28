import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { keepFocus } from '../kit/button.tsx';
import { KeyCap } from '../kit/key-cap.tsx';
import { Scroll } from '../kit/scroll.tsx';
import { useWords } from '../kit/words.tsx';
import { useKeys } from './keys.ts';

/** How much of a sheet stays in sight when a page is turned, in pixels. */
const overlapPx = 60;

/** What is only read, and may be longer than its place: PageUp and PageDown turn it then, and so does a key at its foot. */
export function LongSheet(props: { label: string; children: ReactNode; className?: string }) {
  const { t } = useWords();
  const sheet = useRef<HTMLElement>(null);
  const [long, setLong] = useState(false);
  useLayoutEffect(() => {
    const window = sheet.current;
    if (!window) return;
    const measure = () => setLong(window.scrollHeight > window.clientHeight);
    const watching = new ResizeObserver(measure);
    watching.observe(window);
    for (const part of window.children) watching.observe(part);
    measure();
    return () => watching.disconnect();
  }, []);
  const turn = (by: 1 | -1) => {
    const height = sheet.current?.clientHeight ?? 0;
    sheet.current?.scrollBy({ top: by * (height - overlapPx) });
  };
  useKeys({ keys: { 'page-up': () => turn(-1), 'page-down': () => turn(1) } });
  return (
    <>
      <Scroll ref={sheet} label={props.label} className={`flex-1 ${props.className ?? ''}`}>
        <div>{props.children}</div>
      </Scroll>
      {long && (
        <button
          type="button"
          onClick={() => turn(1)}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          className="flex min-h-12 shrink-0 items-center justify-center gap-2 border-t border-line bg-sunk text-legend"
        >
          <KeyCap>PgUp PgDn</KeyCap>
          {t.common.turnPage}
        </button>
      )}
    </>
  );
}
