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
  /** Who did what. */
  | 'audit'
  | 'reports'
  | 'settings'
  /** The invoice of one sale. */
  | 'invoice'
  | 'invoices'
  | 'close-shift'
  | 'more'
  | 'help'
  | null;

/** `sale` is the number of the sale that the screen is about, `from` where one was before. */
export const useNavigation = create<{ place: Place; sale: number | null; from: Place }>(() => ({
  place: null,
  sale: null,
  from: null,
}));

/** Goes to a screen: `goTo('catalog')`, `goTo('invoice', 42)`; `goTo(null)` goes back to selling. */
export function goTo(place: Place, sale: number | null = null): void {
  clearToasts();
  useNavigation.setState(now => ({ place, sale, from: now.place }));
}
