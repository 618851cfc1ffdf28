import type { ReactNode } from 'react';
import { useKeys } from '../input/keys.ts';
import { keepFocus } from '../kit/button.tsx';
import { PracticeFrame } from '../kit/practice-frame.tsx';
import { useWords } from '../kit/words.tsx';
import { useCommand } from '../live/index.tsx';
import { usePractising } from '../live/tills.tsx';
import { usePracticeGuide } from './practice-guide.ts';

/** Around every screen while the till practises: that it does, what comes next, and the way back. Nothing where it sells. */
export function PracticeBand({ children }: { children: ReactNode }) {
  return usePractising() ? <Practising>{children}</Practising> : children;
}

function Practising({ children }: { children: ReactNode }) {
  const { t, cap } = useWords();
  const end = useCommand('practice.end');
  const leave = () => void end({});
  useKeys({ keys: { 'end-practice': leave } });
  const aside = (
    <>
      <Guide />
      <BandButton onPress={leave}>
        <kbd className="font-sans text-note text-muted">{cap('end-practice')}</kbd>
        {t.practice.end}
      </BandButton>
    </>
  );
  return (
    <PracticeFrame title={t.practice.band} aside={aside}>
      {children}
    </PracticeFrame>
  );
}

/** The next step in a few words; where it is the customer's, a button that is their phone. */
function Guide() {
  const { t } = useWords();
  const { stage, pay } = usePracticeGuide();
  if (stage === null) return null;
  if (stage === 'pay') return <BandButton onPress={pay}>{t.practice.pay}</BandButton>;
  return (
    <span className="min-w-0 truncate rounded-till bg-surface px-4 py-1 font-semibold text-ink">
      {t.practice.guide[stage]}
    </span>
  );
}

const BandButton = (props: { onPress: () => void; children: ReactNode }) => (
  <button
    type="button"
    onClick={props.onPress}
    onPointerDown={keepFocus}
    onMouseDown={keepFocus}
    className="flex min-h-12 items-center gap-2 rounded-till border-2 border-strong bg-surface px-4 font-semibold whitespace-nowrap text-ink active:bg-sunk"
  >
    {props.children}
  </button>
);
