import type { ReactNode } from 'react';
import { useKeys } from '../input/keys.ts';
import { keepFocus } from '../kit/button.tsx';
import { PracticeFrame } from '../kit/practice-frame.tsx';
import { useWords } from '../kit/words.tsx';
import { useCommand } from '../live/index.tsx';
import { usePractising } from '../live/tills.tsx';

/** Around every screen while the till practises: that it does, and the way back. Nothing where it sells. */
export function PracticeBand({ children }: { children: ReactNode }) {
  return usePractising() ? <Practising>{children}</Practising> : children;
}

function Practising({ children }: { children: ReactNode }) {
  const { t, cap } = useWords();
  const end = useCommand('practice.end');
  const leave = () => void end({});
  useKeys({ keys: { 'end-practice': leave } });
  const aside = (
    <button
      type="button"
      onClick={leave}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="flex min-h-12 items-center gap-2 rounded-till border-2 border-strong bg-surface px-4 font-semibold whitespace-nowrap text-ink active:bg-sunk"
    >
      <kbd className="font-sans text-note text-muted">{cap('end-practice')}</kbd>
      {t.practice.end}
    </button>
  );
  return (
    <PracticeFrame title={t.practice.band} aside={aside}>
      {children}
    </PracticeFrame>
  );
}
