import { type Minor, minor } from '../money.ts';

/** One sale or refund of the shift, as far as it can explain a difference in the drawer. */
export type TicketHint = {
  readonly receipt: string;
  readonly at: number;
  readonly by: string;
  readonly kind: 'sale' | 'refund' | 'void';
  readonly cash: Minor;
  readonly change: Minor;
  /** Settled by a customer's code, verified by the provider. */
  readonly code: Minor;
  /** Settled by the shop's own code, by the cashier's word. */
  readonly unverified: Minor;
};
/** A sum that a person typed: the float, or cash that was moved. */
export type TypedHint = {
  readonly at: number;
  readonly by: string;
  readonly what: string;
  readonly amount: Minor;
};
export type EventHint = { readonly at: number; readonly by: string; readonly amount: Minor };

/** All that a shift left behind besides its difference. */
export type Evidence = {
  /** Counted less expected; not 0. */
  readonly variance: Minor;
  readonly openingVariance: Minor;
  readonly varianceBefore: Minor | null;
  readonly tickets: readonly TicketHint[];
  readonly typed: readonly TypedHint[];
  /** Lines taken out and carts given up. */
  readonly voids: readonly EventHint[];
  readonly openings: readonly EventHint[];
  /** Differences of the day's other drawers. */
  readonly others: readonly { readonly name: string; readonly variance: Minor }[];
};

export type Cause =
  | 'cash-was-code'
  | 'code-was-cash'
  | 'unverified-was-cash'
  | 'code-refunded-in-cash'
  | 'change-not-given'
  | 'change-given-twice'
  | 'moved-but-not-booked-right'
  | 'factor-ten'
  | 'digits-swapped'
  | 'voided-after-paying'
  | 'other-drawer'
  | 'shift-before'
  | 'drawer-opened';

/** Something that would explain the whole difference; what it is about, in the words of its row. */
export type Suspect = {
  readonly cause: Cause;
  /** Receipt number, name of the drawer, or what was typed; empty where the cause says it all. */
  readonly about: string;
  readonly at: number | null;
  readonly by: string;
  readonly amount: Minor;
};

const suspectsMax = 12;

/** What explains the difference to the fen, the likeliest first; drawers opened without a sale come last, for they explain any. */
export function suspectsOf(evidence: Evidence): Suspect[] {
  if (evidence.variance === 0) return [];
  const over = evidence.variance > 0;
  return [
    ...(over ? whenOver(evidence) : whenShort(evidence)),
    ...misTyped(evidence),
    ...elsewhere(evidence),
    ...(over ? [] : openedDrawers(evidence)),
  ].slice(0, suspectsMax);
}

/** More in the drawer than there should be: somebody paid in cash and something else was keyed in. */
function whenOver({ variance, tickets, voids }: Evidence): Suspect[] {
  const sales = tickets.filter(ticket => ticket.kind === 'sale');
  return [
    ...named('code-was-cash', sales, ticket => ticket.code === variance, variance),
    ...named('unverified-was-cash', sales, ticket => ticket.unverified === variance, variance),
    ...named('change-not-given', sales, ticket => ticket.change === variance, variance),
    ...voids
      .filter(each => each.amount === variance)
      .map(({ at, by }): Suspect => ({ cause: 'voided-after-paying', about: '', at, by, amount: variance })),
  ];
}

/** Less in the drawer: cash was keyed in that never came, or went out unbooked. */
function whenShort({ variance, tickets }: Evidence): Suspect[] {
  const missing = minor(-variance);
  const sales = tickets.filter(ticket => ticket.kind === 'sale');
  const backs = tickets.filter(ticket => ticket.kind !== 'sale');
  return [
    ...named('cash-was-code', sales, ticket => ticket.cash === missing, missing),
    ...named('code-refunded-in-cash', backs, ticket => ticket.code === missing, missing),
    ...named('change-given-twice', sales, ticket => ticket.change === missing, missing),
  ];
}

/** Sums keyed in by people: forgotten or booked twice, a nought too many or too few, two digits swapped. */
function misTyped({ variance, typed }: Evidence): Suspect[] {
  const size = Math.abs(variance);
  return typed.flatMap(({ at, by, what, amount }): Suspect[] => {
    const cause = causeOf(amount, size);
    return cause ? [{ cause, about: what, at, by, amount }] : [];
  });
}

function causeOf(amount: Minor, size: number): Cause | null {
  if (amount === size) return 'moved-but-not-booked-right';
  // Ten times too much is off by nine times the right sum, a tenth of it by nine tenths.
  if (amount > 0 && (amount * 9 === size || amount * 9 === size * 10)) return 'factor-ten';
  return size % 9 === 0 && swaps(amount).some(other => Math.abs(other - amount) === size)
    ? 'digits-swapped'
    : null;
}

/** The sums that come of swapping two neighbouring digits. */
function swaps(amount: Minor): number[] {
  const digits = [...String(amount)];
  return digits.slice(1).map((digit, index) => {
    const other = [...digits];
    other[index] = digit;
    other[index + 1] = digits[index]!;
    return Number(other.join(''));
  });
}

function elsewhere({ variance, openingVariance, varianceBefore, others }: Evidence): Suspect[] {
  const before = variance === openingVariance || (varianceBefore !== null && varianceBefore === -variance);
  return [
    ...others
      .filter(other => other.variance === -variance)
      .map(
        ({ name }): Suspect => ({ cause: 'other-drawer', about: name, at: null, by: '', amount: variance }),
      ),
    ...(before ? [{ cause: 'shift-before' as const, about: '', at: null, by: '', amount: variance }] : []),
  ];
}

const openedDrawers = ({ openings, variance }: Evidence): Suspect[] =>
  openings.map(({ at, by }) => ({ cause: 'drawer-opened', about: '', at, by, amount: variance }));

const named = (
  cause: Cause,
  tickets: readonly TicketHint[],
  fits: (ticket: TicketHint) => boolean,
  amount: Minor,
): Suspect[] =>
  tickets.filter(fits).map(({ receipt, at, by }) => ({ cause, about: receipt, at, by, amount }));
