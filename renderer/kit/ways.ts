import type { Minor } from '../../shared/domain/money.ts';
import type { BackPart } from '../../shared/domain/refunding/plan.ts';
import type { Wallet } from '../../shared/domain/wallet-codes.ts';
import type { Words } from './words.tsx';

/** A part of the money and how it goes, planned or done. */
export type Part = { readonly amount: Minor } & (
  | { readonly kind: 'cash' | 'store-code' | 'exchange' }
  | { readonly kind: 'code'; readonly wallet: Wallet }
);

/** A plan in the terms in which a refund that was made tells of its ways. */
export const partsOf = (plan: readonly BackPart[]): Part[] =>
  plan.map(({ tender, amount, asCash }) => {
    if (asCash || tender.kind === 'cash') return { kind: 'cash', amount };
    return tender.kind === 'code'
      ? { kind: 'code', wallet: tender.wallet, amount }
      : { kind: 'store-code', amount };
  });

/** Parts that go the same way, as one sum each. */
export function waysOf(
  parts: readonly Part[],
  t: Words['t'],
): { readonly name: string; readonly amount: Minor }[] {
  const sums = new Map<string, number>();
  for (const part of parts) {
    const name = wayName(part, t);
    sums.set(name, (sums.get(name) ?? 0) + part.amount);
  }
  return [...sums].map(([name, amount]) => ({ name, amount: amount as Minor }));
}

const wayName = (part: Part, { refunding, payments }: Words['t']): string =>
  part.kind === 'code' ? refunding.ways.code(payments.wallets[part.wallet]) : refunding.ways[part.kind];
