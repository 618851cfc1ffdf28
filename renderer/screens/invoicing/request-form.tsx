import { useState } from 'react';
import { EmailField, type InvoiceView } from '../../../shared/contract/invoicing.ts';
import type { Buyer } from '../../../shared/domain/invoice/invoice.ts';
import { parseTaxNumber } from '../../../shared/domain/invoice/tax-number.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { Money } from '../../kit/money.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { useTaxNumberWords } from './tax-number-words.ts';

const kinds = ['company', 'person'] as const;
const empty: Buyer = { kind: 'company', title: '', taxNumber: '', email: '', phone: '' };

/** Who wants the invoice. Nothing is kept from the customer before: what they said is theirs. */
export function RequestForm({ invoice, onBack }: { invoice: InvoiceView; onBack: () => void }) {
  const { t } = useWords();
  const words = t.invoicing;
  const say = useCommand('invoicing.request');
  const [buyer, setBuyer] = useState(empty);
  const [tried, setTried] = useState(false);
  const sayTaxNumber = useTaxNumberWords();
  const company = buyer.kind === 'company';
  const change = (part: Partial<Buyer>) => setBuyer(now => ({ ...now, ...part }));
  const titleFault = buyer.title.trim() === '' ? words.faults.title : null;
  const taxNumber = sayTaxNumber(buyer.taxNumber);
  const emailFault = EmailField.safeParse(buyer.email).success ? null : words.faults.email;
  const go = async () => {
    setTried(true);
    if (titleFault || emailFault || (company && taxNumber.fault)) return;
    const answer = await say({ sale: invoice.sale, ...buyer });
    if (!answer.ok) return;
    onBack();
    toast({ tone: 'green', title: words.requested, detail: words.receiptOf(invoice.receipt) });
  };
  const swap = () => change({ kind: company ? 'person' : 'company' });
  useKeys({ keys: { confirm: () => void go(), swap } });
  // A number that is being typed is not yet wrong; one that is long enough is said to be at once.
  const typedOut = parseTaxNumber(buyer.taxNumber).ok || buyer.taxNumber.replace(/\s/g, '').length >= 18;
  return (
    <Page
      title={words.request}
      note={words.receiptOf(invoice.receipt)}
      measure="form"
      legend={[
        { act: 'back', label: t.common.back, onPress: onBack },
        { act: 'swap', label: `${words.kinds.company} / ${words.kinds.person}`, onPress: swap },
        { act: 'confirm', label: words.submit, onPress: () => void go() },
      ]}
    >
      <Panel className="max-h-full overflow-auto p-6">
        <Form onEnter={() => void go()} className="grid grid-cols-2 gap-x-5 gap-y-4">
          <p className="col-span-2 flex items-baseline justify-between">
            <span className="text-lead">{words.amount}</span>
            <Money amount={invoice.amount} className="text-hero font-[650]" />
          </p>
          <div className="col-span-2">
            <Choice
              label={words.kind}
              value={buyer.kind}
              options={kinds.map(value => ({ value, label: words.kinds[value] }))}
              onChange={kind => change({ kind })}
            />
          </div>
          <Field
            className="col-span-2"
            label={words.names[buyer.kind]}
            autoFocus
            value={buyer.title}
            maxLength={100}
            error={tried ? titleFault : null}
            onChange={title => change({ title })}
          />
          <Field
            className="col-span-2"
            label={words.taxNumber}
            {...(company ? { hint: taxNumber.hint } : {})}
            error={company && (tried || typedOut) ? taxNumber.fault : null}
            disabled={!company}
            value={company ? buyer.taxNumber : ''}
            maxLength={40}
            onChange={value => change({ taxNumber: value.toUpperCase() })}
          />
          <Field
            label={words.email}
            inputMode="email"
            value={buyer.email}
            maxLength={100}
            error={tried ? emailFault : null}
            onChange={email => change({ email: email.trim() })}
          />
          <Field
            label={words.phone}
            inputMode="tel"
            value={buyer.phone}
            maxLength={30}
            onChange={phone => change({ phone })}
          />
          <div className="col-span-2 flex justify-end">
            <Button tone="main" size="tender" act="confirm" className="min-w-52" onPress={() => void go()}>
              {words.submit}
            </Button>
          </div>
        </Form>
      </Panel>
    </Page>
  );
}
