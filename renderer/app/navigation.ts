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
  /** Who did what. */
  | 'audit'
  | 'reports'
  | 'settings'
  /** The invoice of one sale. */
  | 'invoice'
  | 'invoices'
  | 'close-shift'
  /** Cash that moves between sales. */
  | 'cash'
  /** Shifts and days that are over. */
  | 'archive'
  /** Is everything all right? For the manager. */
  | 'home'
  /** What makes a till ready for its first day. */
  | 'getting-started'
  | 'more'
  | 'help'
  | null;

/**
 * What a screen is about: the number of a sale, or what was scanned off a receipt; `from` is where one was before, and
 * `next` where leaving it leads.
 */
export const useNavigation = create<{
  place: Place;
  sale: number | null;
  receipt: string | null;
  from: Place;
  next: Place;
}>(() => ({ place: null, sale: null, receipt: null, from: null, next: null }));

/** Goes to a screen: `goTo('catalog')`, `goTo('invoice', { sale: 42 })`; `goTo(null)` goes back to selling. */
export function goTo(place: Place, about: { sale?: number; receipt?: string; next?: Place } = {}): void {
  clearToasts();
  const { sale = null, receipt = null, next = null } = about;
  useNavigation.setState(now => ({ place, sale, receipt, next, from: now.place }));
}

/** Leaves a screen that others lead to for a while, for where they wanted to go on; else back to selling. */
export const leave = (): void => goTo(useNavigation.getState().next);
