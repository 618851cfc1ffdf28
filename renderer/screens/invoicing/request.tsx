import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import { leadsTo } from '../../../shared/domain/invoice/invoice.ts';
import { goTo, useNavigation } from '../../app/navigation.ts';
import { Awaited } from '../../input/awaited.tsx';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { InvoiceFacts } from './facts.tsx';
import { RequestForm } from './request-form.tsx';

/** The invoice of one sale: who wants it, or how far it is. It came from a receipt, and goes back there. */
export function InvoiceRequestScreen() {
  const { sale, from } = useNavigation();
  return sale === null ? null : <OfSale sale={sale} onBack={() => goTo(from)} />;
}

function OfSale({ sale, onBack }: { sale: number; onBack: () => void }) {
  const invoice = useLive('invoicing.of', { sale });
  useKeys({ keys: { back: onBack } });
  if (!invoice) return <Awaited />;
  // What has been asked for once can be asked for anew once it is withdrawn or taken back.
  const open = leadsTo('request', invoice.state) !== undefined;
  return open ? (
    <RequestForm invoice={invoice} onBack={onBack} />
  ) : (
    <Known invoice={invoice} onBack={onBack} />
  );
}

function Known({ invoice, onBack }: { invoice: InvoiceView; onBack: () => void }) {
  const { t } = useWords();
  const say = useCommand('invoicing.withdraw');
  const may = leadsTo('withdraw', invoice.state) !== undefined;
  const withdraw = async () => {
    if (!may) return;
    const answer = await say({ sale: invoice.sale });
    if (answer.ok) toast({ tone: 'plain', title: t.invoicing.withdrawn });
  };
  useKeys({ keys: { remove: () => void withdraw() } });
  return (
    <Page
      title={t.invoicing.one}
      note={t.invoicing.receiptOf(invoice.receipt)}
      measure="form"
      legend={[
        { act: 'back', label: t.common.back, onPress: onBack },
        ...(may
          ? [{ act: 'remove' as const, label: t.invoicing.withdraw, onPress: () => void withdraw() }]
          : []),
      ]}
    >
      <Panel className="flex h-full flex-col gap-5 overflow-auto p-6">
        <div className="flex items-start justify-between gap-4">
          <div>
            <h2 className="text-title font-semibold">{t.invoicing.states[invoice.state]}</h2>
            <p>{t.invoicing.means[invoice.state]}</p>
          </div>
          <Money amount={invoice.amount} className="text-hero font-[650]" />
        </div>
        <InvoiceFacts invoice={invoice} />
        {may && (
          <Button act="remove" className="mt-auto self-end" onPress={() => void withdraw()}>
            {t.invoicing.withdraw}
          </Button>
        )}
      </Panel>
    </Page>
  );
}
