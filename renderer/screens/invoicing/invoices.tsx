import { useState } from 'react';
import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import { type InvoiceState, leadsTo } from '../../../shared/domain/invoice/invoice.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Field } from '../../kit/field.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { InvoiceDetail } from './detail.tsx';
import { ExportProblems } from './export-problems.tsx';
import { InvoiceList } from './list.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { type ListedState, listedStates, StateTabs } from './state-tabs.tsx';
import { useExport } from './use-export.ts';

const shownMax = 50;
const none: readonly InvoiceView[] = [];

/** Every invoice by how far it is: what waits for the service, what has to be taken back, and the export. */
export function InvoicesScreen() {
  const { t } = useWords();
  const words = t.invoicing;
  const [state, setState] = useState<ListedState>('requested');
  const [text, setText] = useState('');
  const [beforeNumber, setBefore] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [marking, setMarking] = useState(false);
  const invoices =
    useLive('invoicing.list', { state, text: text.trim(), beforeNumber, limit: shownMax }) ?? none;
  const invoice = invoices.find(({ sale }) => sale === chosen) ?? invoices[0];
  const { send, problems, dismiss } = useExport();

  const show = (to: ListedState) => {
    setState(to);
    setBefore(null);
  };
  const turn = (by: number) =>
    show(listedStates[(listedStates.indexOf(state) + by + listedStates.length) % listedStates.length]!);
  const move = (by: number) => {
    if (!invoice) return;
    const at = invoices.indexOf(invoice) + by;
    setChosen(invoices[Math.max(0, Math.min(at, invoices.length - 1))]!.sale);
  };
  // Fifty at a time; after the oldest it begins anew.
  const more = () => setBefore(invoices.length === shownMax ? invoices.at(-1)!.sale : null);
  const mark = () => setMarking(invoice !== undefined && canMark(invoice.state));
  const open = () => {
    if (invoice && canOpen(invoice.state)) goTo('invoice', { sale: invoice.sale });
  };
  const back = () => goTo(null);
  useKeys({
    keys: {
      back,
      up: () => move(-1),
      down: () => move(1),
      'page-up': () => turn(-1),
      'page-down': () => turn(1),
      'choice-1': more,
      invoice: open,
      export: () => void send(),
      confirm: mark,
    },
  });
  const pages = invoices.length === shownMax || beforeNumber !== null;
  return (
    <Page
      title={words.title}
      legend={[
        { act: 'back', label: t.common.back, onPress: back },
        { plainKey: '↑ ↓', label: words.keys.choose, onPress: () => move(1) },
        { plainKey: 'PgUp PgDn', label: words.keys.state, onPress: () => turn(1) },
        {
          act: 'choice-1',
          label: invoices.length === shownMax ? words.more : words.newest,
          onPress: more,
          hidden: !pages,
        },
        { act: 'export', label: words.keys.send, onPress: () => void send() },
        {
          act: 'confirm',
          label: words.keys.mark,
          onPress: mark,
          hidden: !invoice || !canMark(invoice.state),
        },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,45fr)_minmax(0,55fr)] grid-rows-[auto_minmax(0,1fr)] gap-3">
        <StateTabs state={state} onChoose={show} />
        <Panel className="flex min-h-0 flex-col gap-2 overflow-hidden p-3">
          <Field
            label={words.search}
            placeholder={words.searchHint}
            autoFocus
            value={text}
            maxLength={60}
            onChange={setText}
          />
          <InvoiceList
            invoices={invoices}
            current={invoice?.sale}
            empty={words.empty[state]}
            onChoose={setChosen}
          />
        </Panel>
        <Panel className="min-h-0 overflow-auto p-5">
          {invoice && <InvoiceDetail invoice={invoice} onMark={mark} onOpen={open} />}
        </Panel>
      </div>
      {marking && invoice && <MarkDialog invoice={invoice} onClose={() => setMarking(false)} />}
      {problems.length > 0 && <ExportProblems problems={problems} onClose={dismiss} />}
    </Page>
  );
}

/** What can be done about it on its own screen. */
const canOpen = (state: InvoiceState): boolean =>
  leadsTo('request', state) !== undefined || leadsTo('withdraw', state) !== undefined;
const canMark = (state: InvoiceState): boolean =>
  leadsTo('issue', state) !== undefined || leadsTo('red', state) !== undefined;
