import { useState } from 'react';
import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import { invoiceNumber, leadsTo } from '../../../shared/domain/invoice/invoice.ts';
import { foldWidth } from '../../../shared/lib/text.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Asks for the 20 digits that the service has given an invoice, or a red one. */
export function MarkDialog({ invoice, onClose }: { invoice: InvoiceView; onClose: () => void }) {
  const { t } = useWords();
  const words = t.invoicing;
  const issue = leadsTo('issue', invoice.state) !== undefined;
  const markIssued = useCommand('invoicing.markIssued');
  const markRed = useCommand('invoicing.markRed');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const number = foldWidth(typed).replace(/\s/g, '');
  const fault = invoiceNumber.test(number) ? null : words.numberWrong;
  const go = async () => {
    setTried(true);
    if (fault) return;
    const answer = await (issue ? markIssued : markRed)({ sale: invoice.sale, number });
    if (!answer.ok) return;
    toast({ tone: 'green', title: issue ? words.markedIssued : words.markedRed });
    onClose();
  };
  useKeys({ modal: true, keys: { confirm: () => void go(), back: onClose } });
  return (
    <Dialog
      title={issue ? words.markIssued : words.markRed}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" act="confirm" onPress={() => void go()}>
            {t.common.confirm}
          </Button>
          <Button act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p>{`${invoice.receipt} · ${invoice.buyer?.title ?? words.buyerErased}`}</p>
      <Field
        label={issue ? words.number : words.redNumber}
        hint={`${number.length} / 20`}
        error={tried ? fault : null}
        autoFocus
        inputMode="numeric"
        value={typed}
        maxLength={30}
        onChange={setTyped}
      />
    </Dialog>
  );
}
