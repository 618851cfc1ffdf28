import type { PrintBlock } from '../../../shared/domain/document.ts';
import { type Minor, minor, minorDigits, plainAmount } from '../../../shared/domain/money.ts';

// Pieces that receipts and reports are made of.

export const rule: PrintBlock = { kind: 'rule' };

export const centred = (text: string, style: { bold?: boolean; double?: boolean } = {}): PrintBlock => ({
  kind: 'text',
  text,
  align: 'center',
  ...style,
});

export const pair = (
  left: string,
  right: string,
  style: { bold?: boolean; double?: boolean } = {},
): PrintBlock => ({ kind: 'pair', left, right, ...style });

const signs: Readonly<Record<string, string>> = { CNY: '￥', USD: '$', GBP: '£', EUR: '€' };

/** Amounts of a currency as paper shows them; the sign of the yuan is the full-width one, which every model has. */
export const moneyOf =
  (currency: string) =>
  (amount: Minor): string =>
    `${amount < 0 ? '-' : ''}${signs[currency] ?? ''}${plainAmount(minor(Math.abs(amount)), minorDigits(currency))}`;
