import type { Country, Language } from '../../../shared/contract/setup.ts';

/** What the first start has been told so far. */
export type Draft = {
  readonly language: Language;
  readonly country: Country;
  readonly shopName: string;
  readonly ownerName: string;
  readonly pin: string;
  readonly pinAgain: string;
};

export const emptyDraft: Draft = {
  language: 'zh-CN',
  country: 'CN',
  shopName: '',
  ownerName: '',
  pin: '',
  pinAgain: '',
};

/** What keeps the form from going on, first things first. `pinEasy` is the core's verdict. */
export type Fault = 'shopName' | 'ownerName' | 'pinShape' | 'pinDiffers' | 'pinEasy';

export const shopNameMax = 40;
export const ownerNameMax = 20;
export const pinMax = 8;

/** Everything that is missing or wrong; the page marks each field. */
export function faultsOf(draft: Draft): readonly Fault[] {
  const faults: Fault[] = [];
  if (draft.shopName.trim() === '') faults.push('shopName');
  if (draft.ownerName.trim() === '') faults.push('ownerName');
  if (!/^\d{4,8}$/.test(draft.pin)) faults.push('pinShape');
  else if (draft.pin !== draft.pinAgain) faults.push('pinDiffers');
  return faults;
}

/** Keeps digits only, full-width ones folded: an input method must not make a PIN unenterable. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '').slice(0, pinMax);
