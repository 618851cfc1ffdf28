import { type ReactNode, useEffect } from 'react';
import { Toasts } from '../kit/toast.tsx';
import { WordsProvider } from '../kit/words.tsx';
import { LiveProvider, useLive } from '../live/index.tsx';
import type { Live } from '../live/live.ts';
import { Approvals } from './approval.tsx';
import { Boundary } from './boundary.tsx';
import { Shell } from './shell.tsx';

/** The page: the core's end of the wire, the language of the shop, and the till. */
export function App({ live }: { live: Live }) {
  return (
    <LiveProvider live={live}>
      <Spoken>
        <Boundary>
          <Shell />
        </Boundary>
        <Approvals />
        <Toasts />
      </Spoken>
    </LiveProvider>
  );
}

function Spoken({ children }: { children: ReactNode }) {
  const setup = useLive('setup.state');
  const language = setup?.language ?? 'zh-CN';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const hand = setup?.handedness ?? 'right';
  useEffect(() => {
    document.documentElement.dataset.hand = hand;
  }, [hand]);
  return (
    <WordsProvider language={language} currency={setup?.currency ?? 'CNY'}>
      {children}
    </WordsProvider>
  );
}
