import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import { useWords } from '../../kit/words.tsx';

/** What is known of an invoice: its buyer, and the numbers it has got. */
export function InvoiceFacts({ invoice }: { invoice: InvoiceView }) {
  const { t, format } = useWords();
  const words = t.invoicing;
  const { buyer, requestedAt, number, redNumber } = invoice;
  const rows: readonly (readonly [string, string])[] = [
    [words.names[buyer?.kind ?? 'company'], buyer?.title ?? words.buyerErased],
    [words.taxNumber, buyer?.taxNumber ?? ''],
    [words.email, buyer?.email ?? ''],
    [words.phone, buyer?.phone ?? ''],
    [words.askedAt, requestedAt === null ? '' : `${format.date(requestedAt)} ${format.time(requestedAt)}`],
    [words.number, number ?? ''],
    [words.redNumber, redNumber ?? ''],
  ];
  return (
    <dl className="border-t border-line">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} className="flex min-h-12 items-center gap-4 border-b border-line">
            <dt className="w-40 shrink-0 text-legend text-muted">{name}</dt>
            <dd className="min-w-0 break-all select-text">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
