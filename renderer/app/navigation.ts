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
  | 'refunding'
  | 'catalog'
  | 'syncing'
  /** Payments that wait for a person. */
  | 'desk'
  | 'settings'
  | 'close-shift'
  | 'more'
  | 'help'
  | null;

export const useNavigation = create<{ place: Place; receipt: string | null }>(() => ({
  place: null,
  receipt: null,
}));

/**
 * Goes to a screen: `goTo('catalog')`; `goTo(null)` goes back to selling. `receipt`: what was scanned off a
 * receipt, for the screen that refunds it.
 */
export function goTo(place: Place, receipt: string | null = null): void {
  clearToasts();
  useNavigation.setState({ place, receipt });
}
