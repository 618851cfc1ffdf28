import { type ComponentType, useEffect } from 'react';
import { create } from 'zustand';
import { fetchDialogs } from '../kit/dialog.tsx';
import { PieceMissing } from '../kit/piece-missing.ts';
import { OpenShiftScreen } from '../screens/shifts/open-shift.tsx';
import { SignInScreen } from '../screens/sign-in/index.tsx';
import { Counter } from './counter.tsx';
import type { laterScreens } from './later-screens.ts';
import { whenQuiet } from './when-quiet.ts';

/** Screens of every morning: they come with the page. */
const firstScreens = {
  'sign-in': SignInScreen,
  'open-shift': OpenShiftScreen,
  counter: Counter,
};

type Screens = typeof firstScreens & typeof laterScreens;
export type ScreenName = keyof Screens;

type Fetched = { readonly screens: Partial<Screens>; readonly failed: boolean };
const useFetched = create<Fetched>(() => ({ screens: firstScreens, failed: false }));

let fetching: Promise<void> | null = null;

/** Fetches the screens that did not come with the page; once (see `PieceMissing`). */
function fetchLater(): Promise<void> {
  fetching ??= import('./later-screens.ts').then(
    ({ laterScreens }) => useFetched.setState({ screens: { ...firstScreens, ...laterScreens } }),
    (error: unknown) => {
      console.error('screens not fetched', error);
      useFetched.setState({ failed: true });
    },
  );
  return fetching;
}

/**
 * A screen of the till, null while it is being fetched. A screen takes no props: it asks `useLive`, says
 * `useCommand`, goes elsewhere by `goTo`, and never imports another screen. The shell draws the strip above it; the
 * screen fills the rest, its own legend at the foot (`<Legend>`).
 */
export function useScreen(name: ScreenName | null): ComponentType | null {
  const { screens, failed } = useFetched();
  const screen = (name && screens[name]) || null;
  useEffect(() => {
    if (name === null) return;
    if (!screen) void fetchLater();
    return whenQuiet(() => {
      void fetchLater();
      void fetchDialogs();
    });
  }, [name, screen]);
  return screen ?? (name && failed ? Missing : null);
}

/** In place of a screen that could not be fetched, where its fault stops no key. */
function Missing(): never {
  throw new PieceMissing('later screens');
}
