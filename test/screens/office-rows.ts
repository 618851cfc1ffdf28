import { demoGoods } from '../journeys/rig.ts';
import { type Row, row, type Table } from './row.ts';
import { choose, pressAct, ring, signIn, type Visit } from './visit.ts';

type Sections = Visit['t']['setup']['settings']['sections'];

/** A tile under F10 that is all there is to the way, and what is seen when it is there. */
const tile = (name: string, words: (visit: Visit) => readonly [tile: string, seen: string]): Row =>
  row(name, async visit => {
    const [chosen, seen] = words(visit);
    await choose(visit, chosen);
    await visit.journey.sees(seen);
  });

const pressed = (name: string, key: string, seen: (visit: Visit) => string): Row =>
  row(name, async visit => {
    await visit.journey.press(key);
    await visit.journey.sees(seen(visit));
  });

const settings = (section: keyof Sections): Row =>
  row(section, async visit => {
    const { journey, t } = visit;
    await choose(visit, t.more.settings);
    await journey.page.getByRole('button', { name: t.setup.settings.sections[section], exact: true }).click();
  });

async function toRefunding({ journey, t }: Visit): Promise<void> {
  await journey.press('F5');
  await journey.sees(t.refunding.find.last);
}

async function toReports(visit: Visit): Promise<void> {
  await choose(visit, visit.t.more.reports);
  await visit.journey.sees(visit.t.reports.day.takings);
}

/** Every screen of a till that is in use, but the counter. */
export const officeRows: Omit<
  Table,
  'first-run' | 'catalog' | 'getting-started' | 'counter' | 'customer-display' | 'kit'
> = {
  'sign-in': [row('sign-in', ({ journey, t }) => journey.sees(t.session.who), { time: 'closed' })],
  'open-shift': [
    row(
      'open-shift',
      async visit => {
        await signIn(visit);
        await visit.journey.sees(visit.t.shifts.open.ask);
        await visit.journey.type('200');
      },
      { time: 'closed' },
    ),
  ],
  more: [pressed('more', 'F10', ({ t }) => t.more.choose)],
  help: [pressed('help', 'F1', ({ t }) => t.selling.help.intro)],
  receipts: [tile('receipts', ({ t }) => [t.more.receipts, t.printing.title])],
  refunding: [
    row('find', toRefunding),
    row('pick', async visit => {
      await toRefunding(visit);
      await visit.journey.type('1');
      await visit.journey.press('Enter');
      await visit.journey.sees(visit.t.refunding.columns.left);
      await pressAct(visit, 'choice-1');
    }),
    row('without-receipt', async visit => {
      await toRefunding(visit);
      await pressAct(visit, 'choice-3');
      await visit.journey.sees(visit.t.refunding.without.empty);
      await visit.journey.scan(demoGoods[0]!.code);
      await visit.journey.sees(demoGoods[0]![visit.language === 'en' ? 'nameEn' : 'name']);
    }),
  ],
  invoice: [
    row('invoice', async visit => {
      const { journey, t } = visit;
      await ring(visit, 1);
      await journey.freeze();
      await journey.press('F9');
      await journey.sees(t.paying.done.title);
      await pressAct(visit, 'invoice');
      await journey.sees(t.invoicing.kind);
    }),
  ],
  invoices: [tile('invoices', ({ t }) => [t.more.invoices, t.invoicing.title])],
  syncing: [tile('syncing', ({ t }) => [t.more.syncing, t.syncing.waitingRows])],
  desk: [tile('desk', ({ t }) => [t.more.desk, t.desk.title])],
  audit: [tile('audit', ({ t }) => [t.more.audit, t.audit.columns.seal])],
  reports: [
    row('day', toReports),
    row('losses', async visit => {
      await toReports(visit);
      await pressAct(visit, 'choice-2');
      await pressAct(visit, 'swap');
      await visit.journey.sees(visit.t.reports.asPicture);
    }),
    row('table', async visit => {
      await toReports(visit);
      await pressAct(visit, 'swap');
      await visit.journey.sees(visit.t.reports.sum);
    }),
    row('tickets', async visit => {
      await toReports(visit);
      await pressAct(visit, 'choice-3');
      await visit.journey.sees('1-000001');
    }),
  ],
  settings: (
    [
      'shop',
      'printer',
      'scanner',
      'labels',
      'counter',
      'channels',
      'shifts',
      'staff',
      'slides',
      'keys',
      'looks',
      'safety',
    ] as const
  ).map(settings),
  cash: [
    pressed('choose', 'F11', ({ t }) => t.cash.choose),
    row('amount', async ({ journey, t }) => {
      await journey.press('F11');
      await journey.sees(t.cash.choose);
      await journey.press('2');
      await journey.sees(t.cash.next);
      await journey.type('12.5');
    }),
  ],
  archive: [tile('archive', ({ t }) => [t.more.archive, t.archive.title])],
  home: [tile('home', ({ t }) => [t.more.home, t.home.choose])],
  'close-shift': [
    pressed('checks', 'F12', ({ t }) => t.shifts.close.checks),
    row('count', async ({ journey, t }) => {
      await journey.press('F12');
      await journey.sees(t.shifts.close.checks);
      await journey.press('Enter');
      await journey.sees(t.shifts.close.countAsk);
    }),
  ],
};
