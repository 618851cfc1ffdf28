import { type ComponentType, useEffect } from 'react';
import { fetchDialogs } from '../kit/dialog.tsx';
import { openPhrases } from '../kit/phrases.ts';
import { pieceOf } from '../kit/piece.ts';
import { PieceMissing } from '../kit/piece-missing.ts';
import { fetchLater } from '../screens/selling/index.tsx';
import { SignInScreen } from '../screens/sign-in/index.tsx';
import { fetchApproval } from './approval.tsx';
import { Counter } from './counter.tsx';
import type { laterScreens } from './later-screens.ts';
import { whenQuiet } from './when-quiet.ts';

/** Screens a page can begin with at the till: they come with it. */
const firstScreens = {
  'sign-in': SignInScreen,
  counter: Counter,
};

type Screens = typeof firstScreens & typeof laterScreens;
export type ScreenName = keyof Screens;

const later = pieceOf('screens', async () => (await import('./later-screens.ts')).laterScreens);

/**
 * A screen of the till, null while it is being fetched. A screen takes no props: it asks `useLive`, says
 * `useCommand`, goes elsewhere by `goTo`, and never imports another screen. The shell draws the strip above it; the
 * screen fills the rest, its own legend at the foot (`<Legend>`).
 */
export function useScreen(name: ScreenName | null): ComponentType | null {
  const { there, failed } = later.use();
  const screens: Partial<Screens> = { ...firstScreens, ...there };
  const screen = (name && screens[name]) || null;
  useEffect(() => {
    if (name === null) return;
    if (!screen) void later.fetch();
    return whenQuiet(() => {
      void later.fetch();
      void fetchDialogs();
      void fetchApproval();
      void fetchLater();
      openPhrases();
    });
  }, [name, screen]);
  return screen ?? (name && failed ? Missing : null);
}

/** In place of a screen that could not be fetched, where its fault stops no key. */
function Missing(): never {
  throw new PieceMissing('later screens');
}
