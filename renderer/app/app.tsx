import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import type { SaidAtStart } from '../../shared/contract/at-start.ts';
import { type KeyChanges, keysWith } from '../../shared/domain/keys/key-map.ts';
import { setKeysInForce } from '../input/keys.ts';
import { afterPaint } from '../kit/after-first-paint.ts';
import { Toasts } from '../kit/toast.tsx';
import { WordsProvider } from '../kit/words.tsx';
import { useLive } from '../live/index.tsx';
import { Tills } from '../live/tills.tsx';
import type { Wire } from '../live/wire.ts';
import { Approvals, askApproval, forgetApprovals } from './approval.tsx';
import { Boundary } from './boundary.tsx';
import { forgetLastChange } from './last-change.ts';
import { forgetMoments } from './moments.tsx';
import { goTo } from './navigation.ts';
import { PracticeBand } from './practice-band.tsx';
import { setLooks, usePreferences } from './preferences.ts';
import { Shell } from './shell.tsx';

/** The page: the core's end of the wire, the language of the shop, and the till. */
export function App(props: {
  connect: (practising: boolean) => Wire;
  said: SaidAtStart;
  onPainted: () => void;
}) {
  const { connect, said, onPainted } = props;
  useEffect(() => afterPaint(onPainted), [onPainted]);
  return (
    <Tills connect={connect} said={said} askApproval={askApproval} onSwitch={forgetTill}>
      <Spoken>
        <PracticeBand>
          <Boundary>
            <Shell />
          </Boundary>
        </PracticeBand>
        <Approvals />
        <Toasts />
      </Spoken>
    </Tills>
  );
}

const firstKeys: KeyChanges = {};

/** What the shell keeps outside of components is about one till, and must not be told of the other. */
function forgetTill(): void {
  goTo(null);
  forgetMoments();
  forgetApprovals();
  forgetLastChange();
}

/**
 * The shop's language, how the till looks and sounds, and the names of the keys that it has: what is said is what works.
 */
function Spoken({ children }: { children: ReactNode }) {
  const setup = useLive('setup.state');
  const chosen = usePreferences(({ firstLanguage }) => firstLanguage);
  const language = (setup?.firstRun && chosen) || (setup?.language ?? 'zh-CN');
  const keys = useMemo(() => keysWith(setup?.keys ?? firstKeys), [setup?.keys]);
  useLayoutEffect(() => setKeysInForce(keys), [keys]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const [theme, sound, voice] = [setup?.theme, setup?.sound, setup?.voice];
  useLayoutEffect(() => {
    // Between two tills nothing is known of the next one, and what is there stays.
    if (theme && sound !== undefined && voice) setLooks({ theme, sound, voice });
  }, [theme, sound, voice]);
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
