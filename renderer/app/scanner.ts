import { useEffect, useRef } from 'react';
import { usualTuning } from '../../shared/domain/wedge.ts';
import { listenToKeyboard } from '../input/keyboard.ts';
import { dialogOpen, scanTaker } from '../input/keys.ts';
import { hearPassedScans } from '../input/passed-scan.ts';
import type { WedgeScan } from '../input/wedge.ts';
import { toast } from '../kit/toast.tsx';
import { useWords } from '../kit/words.tsx';
import { useCommand, useLive } from '../live/index.tsx';
import { play } from './earcons.ts';
import type { ScreenName } from './screens.ts';

/**
 * Hears what a keyboard scanner types into any window of the till, and hands it to whoever takes it on this screen.
 * Until it is known which screen that is nobody can say what a scan means, and it is kept: the guide of practice asks
 * for one before the last answer is in.
 */
export function useScanner(route: ScreenName | null): void {
  const scanner = useLive('setup.state')?.scanner;
  const tuning = useRef(usualTuning);
  tuning.current = scanner?.transport === 'keyboard' ? { ...usualTuning, ...scanner } : usualTuning;
  const isKnown = route !== null;
  const kept = useRef<WedgeScan[]>([]);
  const heard = useRef<(scan: WedgeScan) => void>(() => {});
  // Only at the counter does a scan mean goods; elsewhere the cashier is told where to scan.
  const take = useTaker(route === 'counter');
  heard.current = isKnown ? take : scan => kept.current.push(scan);
  useEffect(() => {
    const hear = (scan: WedgeScan) => heard.current(scan);
    const stops = [
      listenToKeyboard(window, { scanned: hear }, () => tuning.current),
      hearPassedScans(window, hear),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => {
    if (isKnown) for (const scan of kept.current.splice(0)) heard.current(scan);
  }, [isKnown]);
}

/** Gives a scan to the dialog or screen that asked for one, or to the core, which decides what it means. */
function useTaker(trades: boolean): (scan: WedgeScan) => void {
  const { t } = useWords();
  const scan = useCommand('selling.scan');
  const hinted = useRef(false);
  return scanned => {
    const { text } = scanned;
    if (scanned.viaInputMethod && !hinted.current) {
      hinted.current = true;
      toast({ tone: 'plain', title: t.common.inputMethod.what, detail: t.common.inputMethod.todo });
    }
    const taker = scanTaker();
    if (taker) {
      taker(text, scanned);
      return;
    }
    if (trades && !dialogOpen()) {
      void scan({ text, from: 'keyboard' }).then(answer => {
        if (!answer.ok) play('error');
      });
      return;
    }
    play('unknown');
    toast({ tone: 'amber', title: t.common.scanElsewhere.what, detail: t.common.scanElsewhere.todo });
  };
}
