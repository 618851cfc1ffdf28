import { type ReactNode, useEffect } from 'react';
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
import { Shell } from './shell.tsx';

/** The page: the core's end of the wire, the language of the shop, and the till. */
export function App({ connect }: { connect: (practising: boolean) => Wire }) {
  return (
    <Tills connect={connect} askApproval={askApproval} onSwitch={forgetTill}>
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

/** What the shell keeps outside of components is about one till, and must not be told of the other. */
function forgetTill(): void {
  goTo(null);
  forgetMoments();
  forgetApprovals();
  forgetLastChange();
}

function Spoken({ children }: { children: ReactNode }) {
  const setup = useLive('setup.state');
  const language = setup?.language ?? 'zh-CN';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <WordsProvider language={language} currency={setup?.currency ?? 'CNY'}>
      {children}
    </WordsProvider>
  );
}
