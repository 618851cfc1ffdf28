import { useEffect } from 'react';
import { useLive } from '../live/index.tsx';
import { goTo, type Place, useNavigation } from './navigation.ts';
import type { ScreenName } from './screens.ts';

/** Places that need no open shift: a shop imports its price list before it opens. */
const withoutShift = [
  'catalog',
  'settings',
  'syncing',
  'desk',
  'audit',
  'reports',
  'receipts',
  'invoice',
  'invoices',
  'close-shift',
  'archive',
  'home',
  'getting-started',
  'more',
  'help',
] as const satisfies readonly Place[];

/** Which screen the state of the till calls for; null until the core has told it. */
export function useRoute(): ScreenName | null {
  const setup = useLive('setup.state');
  const session = useLive('session.current');
  const shift = useLive('shifts.current');
  const place = useNavigation(state => state.place);
  const signedIn = session?.staff?.id;
  useEffect(() => {
    // Whoever comes next starts at the beginning; the first run has already said where that is.
    if (signedIn === undefined) goTo(null);
  }, [signedIn]);

  if (!setup || !session || shift === undefined) return null;
  if (setup.firstRun) return 'first-run';
  if (!session.staff) return 'sign-in';
  if (shift === null) return withoutShift.find(each => each === place) ?? 'open-shift';
  return place === null || place === 'held' ? 'counter' : place;
}
