import { checkDigitRight, isLink } from './codes.ts';
import { looksLikeCard, walletOf } from './wallet-codes.ts';

const badgeShape = /^[\x21-\x7e]{8,64}$/;

/**
 * Whether a scanned text may be somebody's badge. Shops hand out the cards they have, so no prefix is asked
 * for: a badge is any code of 8 to 64 characters that cannot mean anything else at a counter, which leaves out
 * retail barcodes, payment codes, bank cards and links. Goods under a shop's own long codes have the shape
 * too; they stay goods, because only a text that was given to a person is a badge, and none is given that
 * stands on the price list.
 */
export const looksLikeBadge = (text: string): boolean =>
  badgeShape.test(text) &&
  !checkDigitRight(text) &&
  walletOf(text) === null &&
  !looksLikeCard(text) &&
  !isLink(text);
