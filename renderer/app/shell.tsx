import { useEffect, useLayoutEffect, useRef } from 'react';
import { startWatches } from '../../shared/contract/at-start.ts';
import { usualTuning } from '../../shared/domain/wedge.ts';
import { listenToKeyboard } from '../input/keyboard.ts';
import { dialogOpen, holdKeys, scanTaker } from '../input/keys.ts';
import { hearPassedScans } from '../input/passed-scan.ts';
import type { WedgeScan } from '../input/wedge.ts';
import { useLanguageThere } from '../kit/languages.ts';
import { toast } from '../kit/toast.tsx';
import { useWords } from '../kit/words.tsx';
import { useAhead, useCommand, useLive, useWireThere } from '../live/index.tsx';
import { Boundary } from './boundary.tsx';
import { useChineseFont } from './chinese.ts';
import { play } from './earcons.ts';
import { JournalBanner } from './journal-banner.tsx';
import { Moments } from './moments.tsx';
import { useRoute } from './route.ts';
import { useScreen } from './screens.ts';
import { StatusStrip, useStripThere } from './status-strip.tsx';

/** The strip above, the screen that the till's state calls for beneath, and the keyboard for both. */
export function Shell() {
  const { t } = useWords();
  const route = useRoute();
  useAhead(startWatches, aheadMs);
  useChineseFont();
  // Only at the counter does a scan mean goods; elsewhere the cashier is told where to scan.
  const trades = route === 'counter';
  useScanner(trades);
  const Screen = useScreen(route);
  const isFetching = route !== null && !Screen;
  useLayoutEffect(() => (isFetching ? holdKeys() : undefined), [isFetching]);
  return (
    <div className="flex h-full flex-col">
      <StatusStrip route={route} />
      <JournalBanner />
      <Moments trading={trades} />
      <Boundary key={route}>
        <PiecesThere />
        {Screen ? (
          <Screen />
        ) : (
          <main className="grid flex-1 place-items-center text-lead text-muted">{t.common.starting}</main>
        )}
      </Boundary>
    </div>
  );
}

/** Fails where a piece that every screen needs could not be fetched; beneath the shell, where its fault stops no key. */
function PiecesThere() {
  useLanguageThere();
  useWireThere();
  useStripThere();
  return null;
}

/** The counter stands long before. */
const aheadMs = 5_000;

/** Hands what a keyboard scanner typed to the core, which decides what it means. */
function useScanner(trades: boolean): void {
  const { t } = useWords();
  const scan = useCommand('selling.scan');
  const scanner = useLive('setup.state')?.scanner;
  const tuning = useRef(usualTuning);
  tuning.current = scanner?.transport === 'keyboard' ? { ...usualTuning, ...scanner } : usualTuning;
  const hinted = useRef(false);
  const latest = useRef<(scan: WedgeScan) => void>(() => {});
  latest.current = scanned => {
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
  useEffect(
    () => listenToKeyboard(window, { scanned: scan => latest.current(scan) }, () => tuning.current),
    [],
  );
  useEffect(() => hearPassedScans(window, scan => latest.current(scan)), []);
}
