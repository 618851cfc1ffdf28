import type { ReactNode } from 'react';
import type { LineId } from '../../shared/domain/cart.ts';
import type { Discount } from '../../shared/domain/discount.ts';
import type { Minor } from '../../shared/domain/money.ts';
import { useWords, type Words } from '../kit/words.tsx';
import { useLive, useLivePart } from '../live/index.tsx';
import type { Asking } from './approval.tsx';

type Asked = Pick<Asking, 'wanted' | 'input'>;

/** What is asked for and how much, and that a badge does as well. */
export function WhatIsAsked({ wanted, input }: Asked) {
  const words = useWords();
  const { approval } = words.t.common;
  return (
    <>
      <p>{approval.what(actOf(wanted, words))}</p>
      <Details wanted={wanted} input={input} />
      <p className="text-legend text-muted">{approval.orBadge}</p>
    </>
  );
}

/** What the one on the phone must hear before giving a code: a code is leave, whoever asks for it. */
export function TellOnPhone({ wanted, input }: Asked) {
  const words = useWords();
  const { approval } = words.t.common;
  const shop = useLive('setup.state')?.shop;
  const cashier = useLive('session.current')?.staff?.name ?? '';
  return (
    <section className="flex flex-col gap-2 rounded-till border-2 border-accent bg-accent-soft p-4">
      <h3 className="text-legend">{approval.tell}</h3>
      <p className="text-lead font-semibold">
        {approval.saying([shop?.name, shop?.branch].filter(Boolean).join(' '), cashier)}
      </p>
      <p className="text-lead font-semibold">{actOf(wanted, words)}</p>
      <Details wanted={wanted} input={input} />
    </section>
  );
}

/** Lines below their floor that are told one by one. */
const toldMax = 2;

function Details({ wanted, input }: Asked) {
  const words = useWords();
  const { approval } = words.t.common;
  const due = useLivePart('selling.cart', cart => cart.priced.due);
  const goods = useAskedGoods(input, words);
  const rows: (readonly [string, ReactNode])[] = [];
  const { discount, amount, price, reason } = fieldsOf(input);
  if (goods) rows.push([approval.goods, goods]);
  if (discount !== undefined)
    rows.push([approval.discount, discount ? words.format.discount(discount) : approval.none]);
  if (discount !== undefined && due !== undefined) rows.push([approval.due, words.format.amount(due)]);
  if (amount !== undefined) rows.push([approval.amount, words.format.amount(amount)]);
  if (price !== undefined) rows.push([approval.price, words.format.amount(price)]);
  if (reason) rows.push([approval.reason, reasonIn(reason, words)]);
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-lead tabular-nums">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="font-semibold wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <BelowFloor lines={wanted.about ?? []} />
    </>
  );
}

/** Which goods of the cart a discount or a price is for; null for what is not about goods. */
function useAskedGoods(input: unknown, { t }: Words): string | null {
  const lines = useLivePart('selling.cart', cart => cart.priced.lines);
  const { discount, line } = fieldsOf(input);
  if (line === undefined) return discount === undefined ? null : t.selling.discountTarget.ticket;
  return lines?.find(each => each.id === line)?.name ?? null;
}

/** What would go below its floor, each with what it would bring. */
function BelowFloor({ lines }: { lines: NonNullable<Asked['wanted']['about']> }) {
  const { t, format } = useWords();
  const { approval } = t.common;
  const told = lines.slice(0, toldMax).map(({ name, amount, least }, at) => ({
    key: `${at} ${name}`,
    name,
    sums: approval.below(format.amount(amount), least === null ? null : format.amount(least)),
  }));
  return (
    <>
      {told.map(({ key, name, sums }) => (
        <p key={key} className="tabular-nums">
          <span className="block truncate text-muted">{name}</span>
          <span className="block text-lead font-semibold text-amber">{sums}</span>
        </p>
      ))}
      {lines.length > toldMax && <p className="text-muted">{approval.belowMore(lines.length - toldMax)}</p>}
    </>
  );
}

/** Words that need leave name alike what matters about them: a line of the cart, a discount, an amount, a unit price, a reason. */
const fieldsOf = (input: unknown) =>
  input as {
    readonly line?: LineId;
    readonly discount?: Discount | null;
    readonly amount?: Minor;
    readonly price?: Minor;
    readonly reason?: string;
  };

/** Reasons for a price are codes; those for cash were typed. */
const reasonIn = (reason: string, { t }: Words): string =>
  (t.selling.price.reasons as Readonly<Record<string, string>>)[reason] ?? reason;

const actOf = ({ permission, word }: Asked['wanted'], { t }: Words): string =>
  (t.common.permissions as Readonly<Record<string, string>>)[permission] ?? word;
