import { create } from 'zustand';
import { clearToasts } from '../kit/toast.tsx';

/**
 * Where the till is besides selling. `null` is the selling screen (or whatever the state of the till demands
 * instead: setup, sign-in, opening a shift); Escape leads back to it from everywhere.
 */
export type Place =
  /** Selling, with the list of held sales open. */
  | 'held'
  | 'receipts'
  | 'catalog'
  | 'syncing'
  /** Payments that wait for a person. */
  | 'desk'
  | 'settings'
  | 'close-shift'
  /** Cash that moves between sales. */
  | 'cash'
  /** Shifts and days that are over. */
  | 'archive'
  /** Is everything all right? For the manager. */
  | 'home'
  | 'more'
  | 'help'
  | null;

export const useNavigation = create<{ place: Place }>(() => ({ place: null }));

/** Goes to a screen: `goTo('catalog')`; `goTo(null)` goes back to selling. */
export function goTo(place: Place): void {
  clearToasts();
  useNavigation.setState({ place });
}
