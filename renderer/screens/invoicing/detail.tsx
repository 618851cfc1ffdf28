import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import { type InvoiceState, leadsTo } from '../../../shared/domain/invoice/invoice.ts';
import type { Messages } from '../../../shared/i18n/index.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { useWords } from '../../kit/words.tsx';
import { InvoiceFacts } from './facts.tsx';

/** One invoice: what it waits for, what is known of it, and what can be noted about it. */
export function InvoiceDetail(props: { invoice: InvoiceView; onMark: () => void; onOpen: () => void }) {
  const { t } = useWords();
  const words = t.invoicing;
  const { invoice } = props;
  const issue = leadsTo('issue', invoice.state) !== undefined;
  const red = leadsTo('red', invoice.state) !== undefined;
  const opening = openingOf(invoice.state, t);
  return (
    <div className="flex min-h-full flex-col gap-4">
      <div className="flex items-start justify-between gap-4">
        <div aria-live="polite">
          <h2 className="text-title font-semibold">{invoice.receipt}</h2>
          <p>{words.means[invoice.state]}</p>
        </div>
        <Money amount={invoice.amount} className="text-hero font-[650]" />
      </div>
      <InvoiceFacts invoice={invoice} />
      <div className="mt-auto grid grid-cols-2 gap-2.5">
        {opening && (
          <Button size="tender" className="!text-lead" act="invoice" onPress={props.onOpen}>
            {opening}
          </Button>
        )}
        {(issue || red) && (
          <Button tone="main" size="tender" className="!text-lead" act="confirm" onPress={props.onMark}>
            {issue ? words.markIssued : words.markRed}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What its own screen is opened for. */
function openingOf(state: InvoiceState, { invoicing }: Messages): string | null {
  if (leadsTo('withdraw', state)) return invoicing.withdraw;
  return leadsTo('request', state) ? invoicing.request : null;
}
