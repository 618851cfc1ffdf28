import { type ReactNode, useEffect, useState } from 'react';
import type { DisplayView } from '../../shared/contract/paying.ts';
import { listenToKeyboard } from '../input/keyboard.ts';
import { passScan } from '../input/passed-scan.ts';
import { PracticeFrame } from '../kit/practice-frame.tsx';
import { useWords, WordsProvider } from '../kit/words.tsx';
import { useLink, useLive } from '../live/index.tsx';
import { usePractising } from '../live/tills.tsx';
import { Amount } from './amount.tsx';
import { Goods } from './goods.tsx';
import { Idle } from './idle.tsx';
import { Sign } from './sign.tsx';

/**
 * The customer's screen, in the shop's language and read from 1.5 m: what is being rung up, then what to pay
 * and how it stands, then the change; while nobody is served the shop's pictures. It follows one word, can be touched
 * without anything happening, and nothing on it moves but one picture into the next. While the core is away it shows no sum that may have changed meanwhile.
 */
export function CustomerDisplay() {
  const connected = useLink() === 'connected';
  const view = useLive('paying.display');
  const language = view?.language ?? 'zh-CN';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <WordsProvider language={language} currency={view?.currency ?? 'CNY'}>
      <main className="flex h-dvh cursor-none flex-col overflow-hidden bg-paper text-ink">
        <Ears />
        <Framed>{view && connected ? <Shown view={view} /> : <Wait />}</Framed>
      </main>
    </WordsProvider>
  );
}

/** What is scanned into this window goes to the cashier's; no other key does anything here. */
function Ears() {
  useEffect(() => listenToKeyboard(window, { scanned: scan => passScan(window, scan) }), []);
  return null;
}

/** A customer who is shown a sum must see that it is none. */
function Framed({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return usePractising() ? <PracticeFrame title={t.practice.band}>{children}</PracticeFrame> : children;
}

function Shown({ view }: { view: DisplayView }) {
  const { t } = useWords();
  const rested = useRested(view.mode === 'paid');
  switch (view.mode) {
    case 'closed':
      return <Sign title={view.shop} text={t.display.closed} />;
    case 'idle':
      return <Idle view={view} />;
    case 'ringing':
      return <Goods view={view} />;
    case 'frozen':
    case 'waiting':
      return <Amount view={view} />;
    case 'paid':
      return rested ? <Idle view={view} /> : <Amount view={view} />;
  }
}

/** How long change and thanks stand; nobody counts coins for longer. */
const paidForMs = 30_000;

/** Whether a sale has been paid for so long that its customer has gone, though the next one has not come. */
function useRested(paid: boolean): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    setRested(false);
    if (!paid) return;
    const timer = window.setTimeout(() => setRested(true), paidForMs);
    return () => window.clearTimeout(timer);
  }, [paid]);
  return rested;
}

const Wait = () => (
  <p className="m-auto text-[clamp(32px,6vh,60px)] text-muted">{useWords().t.display.wait}</p>
);
