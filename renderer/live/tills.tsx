import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from 'react';
import type { SaidAtStart } from '../../shared/contract/at-start.ts';
import { LiveProvider, useLive } from './index.tsx';
import { type AskApproval, createLive, type Live } from './live.ts';
import type { Wire } from './wire.ts';

/** The page's end of one of the two tills. */
type End = { readonly practising: boolean; readonly wire: Wire; readonly live: Live };

const PractisingContext = createContext(false);

/** Whether what is on the page is practice. */
export const usePractising = (): boolean => useContext(PractisingContext);

type Props = {
  /** A wire whose every call means the practice till, or the real one. */
  readonly connect: (practising: boolean) => Wire;
  readonly askApproval: AskApproval;
  /** What the real till has said in the page itself. */
  readonly said?: SaidAtStart;
  /** The page is about to show the other till: what is remembered of this one outside of components goes. */
  readonly onSwitch?: () => void;
  readonly children: ReactNode;
};

/**
 * Shows the real till or, while it practises, the practice till. Each has an end of its own: what is not answered yet
 * goes with the end it was said on, and nothing on the page lives through the change.
 */
export function Tills({ connect, askApproval, said, onSwitch, children }: Props) {
  const open = (practising: boolean, begun?: SaidAtStart): End => {
    const wire = connect(practising);
    return { practising, wire, live: createLive(wire, askApproval, begun) };
  };
  const [end, setEnd] = useState(() => open(false, said));
  const follow = (on: boolean) => {
    if (on === end.practising) return;
    void end.wire.close();
    onSwitch?.();
    setEnd(open(on));
  };
  return (
    <Fragment key={String(end.practising)}>
      <LiveProvider live={end.live}>
        <Follow onState={follow} />
        <PractisingContext value={end.practising}>{children}</PractisingContext>
      </LiveProvider>
    </Fragment>
  );
}

function Follow({ onState }: { onState: (on: boolean) => void }) {
  const on = useLive('practice.state')?.on;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the till says leads to the other one.
  useEffect(() => {
    if (on !== undefined) onState(on);
  }, [on]);
  return null;
}
