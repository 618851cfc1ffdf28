import { useEffect, useState } from 'react';
import type { AuditRow } from '../../../shared/contract/audit.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import { auditNote, auditWho } from '../../../shared/i18n/audit-note.ts';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';

/** Everything a row says, in words; and the goods of the receipt it is about. */
export function RowDetail({ row }: { row: AuditRow }) {
  const { t, format } = useWords();
  const { columns } = t.audit;
  const said: readonly (readonly [string, string])[] = [
    [columns.time, format.dayTime(row.at)],
    [columns.who, auditWho(row, t)],
    [columns.receipt, row.receipt?.text ?? ''],
    [columns.amount, row.amount === null ? '' : format.amount(row.amount)],
    [columns.note, auditNote(row, t)],
    [columns.seal, row.seal],
  ];
  return (
    <Panel className="flex min-h-0 flex-col gap-4 overflow-auto p-5">
      <div>
        <p className="text-note text-muted">
          {t.audit.groups[row.group]} · {t.audit.row(row.seq)}
        </p>
        <h2 className="text-title font-semibold">{t.audit.kinds[row.kind]}</h2>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2">
        {said
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="break-words">{text}</dd>
            </div>
          ))}
      </dl>
      {row.receipt && <Goods number={row.receipt.number} />}
    </Panel>
  );
}

function Goods({ number }: { number: number }) {
  const { format } = useWords();
  const sale = useSale(number);
  if (!sale) return null;
  return (
    <ul className="border-t border-line">
      {sale.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sealed sale never move.
        <li key={index} className="flex items-baseline gap-3 border-b border-line py-2">
          <span className="min-w-0 flex-1 truncate">{line.name}</span>
          <span className="text-muted">{format.quantity(line.quantity, line.unit)}</span>
          <Money amount={line.gross} bare />
        </li>
      ))}
    </ul>
  );
}

/** The sale of that number as it was sealed; undefined until it has come. */
function useSale(number: number): Sale | undefined {
  const ask = useQuery('selling.sales');
  const [sale, setSale] = useState<Sale>();
  useEffect(() => {
    let gone = false;
    void ask({ afterNumber: number - 1, limit: 1 }).then(answer => {
      if (!gone && answer.ok) setSale(answer.value[0]);
    });
    return () => {
      gone = true;
    };
  }, [ask, number]);
  return sale?.number === number ? sale : undefined;
}
