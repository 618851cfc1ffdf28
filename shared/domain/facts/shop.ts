import type { ItemId } from '../item.ts';
import type { Minor } from '../money.ts';
import type { QuickPage } from '../quick-page.ts';
import type { Role } from '../roles.ts';
import type { StaffId } from '../sale.ts';
import type { TaxMode } from '../tax.ts';

/** What the shop is and how it is set up. */
export type ShopFacts = {
  'epoch-started': { readonly reason: 'first-start' | 'restore'; readonly software: string };
  'setup-completed': {
    readonly language: string;
    readonly country: string;
    readonly currency: string;
    readonly taxMode: TaxMode;
    readonly training: 'no' | 'demo' | 'country' | 'practice';
    readonly shop: {
      readonly name: string;
      readonly branch: string;
      readonly address: string;
      readonly phone: string;
    };
  };
  'setting-changed': { readonly setting: string; readonly before: unknown; readonly after: unknown };
  /** Personal: `name`, `pin` (an argon2id hash). */
  'staff-added': { readonly staff: StaffId; readonly role: Role };
  /** A PIN set anew. Personal: `name`, `pin`, told again, so that the earlier row can be erased. */
  'pin-set': { readonly staff: StaffId };
  'role-changed': { readonly staff: StaffId; readonly before: Role; readonly after: Role };
  /** Personal: `name`, and `pin` told again, as with a PIN set anew. */
  'staff-renamed': { readonly staff: StaffId };
  'staff-blocked': { readonly staff: StaffId };
  'staff-unblocked': { readonly staff: StaffId };
  /** Personal: `badge` (a keyed digest of its text). */
  'badge-set': { readonly staff: StaffId };
  'badge-removed': { readonly staff: StaffId };
  /** Personal: `totp` (the sealed secret of their one-time codes). */
  'totp-enrolled': { readonly staff: StaffId };
  'totp-removed': { readonly staff: StaffId };
  'second-factor-set': { readonly staff: StaffId; readonly on: boolean };
  /** Every clear text about this person is gone from the till; who they were to the journal, an id, stays. */
  'personal-erased': { readonly staff: StaffId };
  'channel-configured': {
    readonly channel: string;
    readonly merchant: string;
    readonly credential: number;
    /** Names of the settings whose values changed; secrets are named, never shown. */
    readonly changed: readonly string[];
  };
  'channel-removed': { readonly channel: string };
  'catalog-imported': {
    readonly import: string;
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
    readonly added: number;
    readonly changed: number;
    /** Goods that the list did not name and that were to go for it. */
    readonly removed?: number;
    /** Goods whose new price was to count from a later moment on. */
    readonly planned?: number;
    readonly rejected: number;
    readonly generation: number;
  };
  /** The catalogue of before that import is live again. */
  'catalog-import-undone': {
    readonly import: string;
    readonly file: string;
    readonly items: number;
    readonly generation: number;
  };
  /** Goods were put on the price list at the counter (建档), at this price. */
  'item-created': {
    readonly item: ItemId;
    readonly code: string;
    readonly name: string;
    readonly category: string;
    readonly price: Minor;
  };
  /** Goods that had been added at the counter are on the price list no more. */
  'item-removed': { readonly item: ItemId; readonly code: string; readonly name: string };
  /** New prices of so many goods will count from `starts` (wall ms) on (调价单); `one`: set by hand. */
  'repricing-planned': {
    readonly repricing: string;
    readonly starts: number;
    readonly goods: number;
    /** The import they are from. */
    readonly import: string | null;
    readonly one?: {
      readonly item: ItemId;
      readonly name: string;
      readonly was: Minor;
      readonly price: Minor;
    };
  };
  /** Its prices count from now on. */
  'repricing-begun': { readonly repricing: string; readonly starts: number; readonly goods: number };
  'repricing-withdrawn': { readonly repricing: string; readonly starts: number; readonly goods: number };
  /** Quick keys as people have put them: the pages that changed, and all pages in their order. */
  'quick-keys-arranged': { readonly pages: readonly QuickPage[]; readonly order: readonly string[] };
  'gateway-enrolled': { readonly gateway: string; readonly url: string };
  'link-lost': { readonly reason: string };
  'link-restored': { readonly offlineMs: number };
};
