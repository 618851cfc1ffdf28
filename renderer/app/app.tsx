import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { type KeyChanges, keysWith } from '../../shared/domain/keys/key-map.ts';
import { setKeysInForce } from '../input/keys.ts';
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

const firstKeys: KeyChanges = {};

/** The shop's language, and the names of the keys that this till has: what is said is what works. */
function Spoken({ children }: { children: ReactNode }) {
  const setup = useLive('setup.state');
  const language = setup?.language ?? 'zh-CN';
  const keys = useMemo(() => keysWith(setup?.keys ?? firstKeys), [setup?.keys]);
  useLayoutEffect(() => setKeysInForce(keys), [keys]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const hand = setup?.handedness ?? 'right';
  useEffect(() => {
    document.documentElement.dataset.hand = hand;
  }, [hand]);
  return (
    <WordsProvider language={language} currency={setup?.currency ?? 'CNY'} keys={keys}>
      {children}
    </WordsProvider>
  );
}
