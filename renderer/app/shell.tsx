import { useLayoutEffect } from 'react';
import { startWatches } from '../../shared/contract/at-start.ts';
import { holdKeys } from '../input/keys.ts';
import { useLanguageThere } from '../kit/languages.ts';
import { useWords } from '../kit/words.tsx';
import { useAhead, useWireThere } from '../live/index.tsx';
import { Boundary } from './boundary.tsx';
import { useChineseFont } from './chinese.ts';
import { JournalBanner } from './journal-banner.tsx';
import { Moments } from './moments.tsx';
import { useRoute } from './route.ts';
import { useScanner } from './scanner.ts';
import { useScreen } from './screens.ts';
import { StatusStrip, useStripThere } from './status-strip.tsx';

/** The strip above, the screen that the till's state calls for beneath, and the keyboard for both. */
export function Shell() {
  const { t } = useWords();
  const route = useRoute();
  useAhead(startWatches, aheadMs);
  useChineseFont();
  useScanner(route);
  const Screen = useScreen(route);
  const isFetching = route !== null && !Screen;
  useLayoutEffect(() => (isFetching ? holdKeys() : undefined), [isFetching]);
  return (
    <div className="flex h-full flex-col">
      <StatusStrip route={route} />
      <JournalBanner />
      <Moments trading={route === 'counter'} />
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
