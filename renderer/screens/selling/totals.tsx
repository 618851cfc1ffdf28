import type { ReactNode } from 'react';
import type { CartView } from '../../../shared/contract/selling.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { TaxMode } from '../../../shared/domain/tax.ts';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

/** Bottom left on every screen: what is owed, as large as it can be, and how it came about. */
export function Totals(props: {
  cart: CartView;
  taxMode: TaxMode;
  /** The list has the smaller share of the screen. */
  narrow: boolean;
}) {
  const { cart, taxMode, narrow } = props;
  const { t, format } = useWords();
  const { pieces, gross, lineDiscount, ticketDiscount, tax, due } = cart.priced;
  const owed = minor(Math.max(0, due - (cart.credit?.amount ?? 0)));
  const off = minor(lineDiscount + ticketDiscount);
  return (
    <Panel className="flex items-end gap-6 px-[18px] pt-2 pb-2.5 max-[1200px]:gap-4 max-[1200px]:px-4">
      <Figure label={t.selling.pieces}>{pieces}</Figure>
      {!narrow && (
        <Figure label={t.selling.gross} spare>
          {format.figures(gross)}
        </Figure>
      )}
      <Figure label={t.selling.discount}>
        <span className={off > 0 ? 'text-accent' : ''}>{off > 0 ? `−${format.figures(off)}` : '—'}</span>
      </Figure>
      {cart.discount && (
        <Figure label={t.selling.ticketDiscount}>
          <span className="text-accent">{format.discount(cart.discount)}</span>
        </Figure>
      )}
      {taxMode === 'exclusive' && <Figure label={t.selling.tax}>{format.figures(tax)}</Figure>}
      {cart.cashDue !== owed && (
        <Figure label={t.selling.rounding}>
          {format.figures(minor(cart.cashDue - owed))}
          <span className="ml-2 text-note text-muted">{t.selling.inCash(format.figures(cart.cashDue))}</span>
        </Figure>
      )}
      <div className="ml-auto text-right" aria-live="polite">
        <p className="text-legend text-muted">{t.selling.due}</p>
        <Money
          amount={owed}
          className="text-total font-[650] tracking-[-0.01em] max-[1200px]:text-[52px]"
          signClassName="mr-1 text-[30px] font-normal text-muted"
        />
      </div>
    </Panel>
  );
}

function Figure(props: { label: string; children: ReactNode; spare?: boolean }) {
  const { label, children, spare } = props;
  return (
    <div className={`whitespace-nowrap ${spare ? 'max-[1200px]:hidden' : ''}`}>
      <p className="text-legend text-muted">{label}</p>
      <p className="text-lead">{children}</p>
    </div>
  );
}
