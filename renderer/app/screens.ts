import { type ComponentType, useEffect, useState } from 'react';
import { create } from 'zustand';
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

/** `fault`: why the others could not be fetched. */
type Fetched = { readonly screens: Partial<Screens>; readonly fault: unknown };
const useFetched = create<Fetched>(() => ({ screens: firstScreens, fault: null }));

let fetching: Promise<void> | null = null;

/** Fetches the screens that did not come with the page; after a failure it tries again when it is asked again. */
function fetchLater(): Promise<void> {
  fetching ??= import('./later-screens.ts').then(
    ({ laterScreens }) => useFetched.setState({ screens: { ...firstScreens, ...laterScreens }, fault: null }),
    (fault: unknown) => {
      fetching = null;
      useFetched.setState({ fault });
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
  const { screens, fault } = useFetched();
  const screen = (name && screens[name]) || null;
  useEffect(() => {
    if (name === null) return;
    if (!screen && !fault) void fetchLater();
    return whenQuiet(() => void fetchLater());
  }, [name, screen, fault]);
  return screen ?? (name && fault ? NotFetched : null);
}

/** Tries once more; if that fails as well, whoever stands here is told, and their "again" brings them back here. */
function NotFetched(): null {
  const fault = useFetched(fetched => fetched.fault);
  const [before] = useState(fault);
  useEffect(() => void fetchLater(), []);
  if (fault !== before) throw fault;
  return null;
}
