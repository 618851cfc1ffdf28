export type Wallet = 'wechat' | 'alipay' | 'unionpay' | 'ecny';

type WalletRule = { readonly wallet: Wallet; readonly shape: RegExp; readonly source: string };

/**
 * Shapes of customers' payment codes, most specific first. Data with a version, for the wallets widen their
 * ranges (Alipay's once was 28 alone): a new range is a new line and a new version.
 */
export const walletCodes: { readonly version: string; readonly rules: readonly WalletRule[] } = {
  version: '2026-11',
  rules: [
    { wallet: 'wechat', shape: /^1[0-5]\d{16}$/, source: 'WeChat Pay: 18 digits from 10 to 15' },
    { wallet: 'alipay', shape: /^(?:2[5-9]|30)\d{14,22}$/, source: 'Alipay: 16 to 24 digits from 25 to 30' },
    { wallet: 'unionpay', shape: /^62\d{17}$/, source: 'UnionPay: 19 digits from 62' },
    {
      wallet: 'ecny',
      shape: /^01\d{17}$/,
      source: 'e-CNY: 19 digits from 01; not confirmed by its operator',
    },
  ],
};

/** Whose payment code this could be, by shape alone; the till's mode and the price list decide first. */
export const walletOf = (text: string): Wallet | null =>
  walletCodes.rules.find(({ shape }) => shape.test(text))?.wallet ?? null;

/**
 * Whether a number that somebody typed is a bank card's: the length of one, and its check digit right
 * (ISO/IEC 7812-1, annex B). Only for what was typed: cards carry no barcode, and a scanned number that
 * passes by chance is a payment code.
 */
export function looksLikeCard(digits: string): boolean {
  if (!/^\d{15,19}$/.test(digits)) return false;
  const shape = walletOf(digits);
  return (shape === null || shape === 'unionpay') && luhnRight(digits);
}

function luhnRight(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, double = false; at >= 0; at--, double = !double) {
    const digit = digits.charCodeAt(at) - 0x30;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** Text that people typed, with whatever looks like a payment code or a card cut to its last four digits. */
export const maskCodes = (text: string): string =>
  text.replace(/\d{15,24}/g, digits =>
    walletOf(digits) !== null || looksLikeCard(digits) ? `…${digits.slice(-4)}` : digits,
  );
