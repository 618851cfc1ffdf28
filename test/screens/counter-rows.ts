import { killGateway } from '../journeys/rig.ts';
import { type Row, row } from './row.ts';
import { rightHanded, ring, setHand, signIn, toEmptyCounter } from './visit.ts';

/** Goods for grown-ups only. */
const cigarettes = '6955505039557';
const slipped = { 'zh-CN': 'kekuokele', en: 'cocacoal' } as const;
const searched = { 'zh-CN': 'kk', en: 'co' } as const;

/** The counter while goods are rung up. */
export const counterRows: readonly Row[] = [
  row('empty', ({ journey, t }) => journey.sees(t.selling.emptyTitle)),
  row('lines', async visit => {
    await ring(visit, 3);
    await visit.journey.press('F8', '9', 'Enter');
    await visit.journey.sees(visit.t.selling.saved('').trim());
  }),
  row('long-cart', visit => ring(visit, 40)),
  row('results', async ({ journey, t, language }) => {
    await journey.type(searched[language]);
    await journey.sees(t.selling.resultsHint);
  }),
  row('similar', async ({ journey, t, language }) => {
    await journey.type(slipped[language]);
    await journey.sees(t.selling.similarHint);
  }),
  row('search-box', async ({ journey, t }) => {
    await journey.press('F2');
    await journey.page.keyboard.insertText('zzzz');
    await journey.sees(t.selling.noResultsTodo);
  }),
  row('discount', async visit => {
    await ring(visit, 3);
    await visit.journey.press('F8');
    await visit.journey.sees(visit.t.selling.discountHow);
    await visit.journey.type('9');
    await visit.journey.sees('9 =');
  }),
  row('quantity', async visit => {
    await ring(visit, 3);
    await visit.journey.press('F3');
    await visit.journey.sees(visit.t.selling.quantityHint);
  }),
  row('price', async visit => {
    await ring(visit, 3);
    await visit.journey.press('F4', '2');
    await visit.journey.sees(visit.t.selling.price.listed);
  }),
  row('open-goods', async visit => {
    await ring(visit, 3);
    await visit.journey.press('Control+F2', '2');
    await visit.journey.sees(visit.t.selling.open.name);
  }),
  row('age-dialog', async visit => {
    await visit.journey.scan(cigarettes);
    await visit.journey.sees(/¥12\.00|\$12\.00|12\.00/);
    await visit.journey.press('F9');
    await visit.journey.sees(visit.t.selling.age.title);
  }),
  row('unknown-code', async visit => {
    await ring(visit, 3);
    await visit.journey.scan('6900000000007');
    await visit.journey.sees(visit.t.selling.moments.unknown('0007'));
  }),
  row('create-goods', async visit => {
    await ring(visit, 3);
    await visit.journey.scan('6900000000007');
    await visit.journey.sees(visit.t.selling.moments.unknown('0007'));
    await visit.journey.press('Control+F3');
    await visit.journey.page.keyboard.insertText('手工辣椒酱 280g');
    await visit.journey.press('Enter', '1', '2', '.', '5');
    await visit.journey.sees(visit.t.selling.create.note);
  }),
  row('void-dialog', async visit => {
    await ring(visit, 3);
    await visit.journey.press('Control+Delete');
    await visit.journey.sees(visit.t.selling.void.title);
  }),
  row('removal-reason', async visit => {
    await ring(visit, 2);
    await visit.journey.freeze();
    await visit.journey.press('Escape');
    await visit.journey.sees(visit.t.selling.columns.goods);
    await visit.journey.press('Delete');
    await visit.journey.sees(visit.t.selling.removal.title);
  }),
  row(
    'approval',
    async visit => {
      await visit.journey.press('Shift+F12');
      await signIn(visit, 'cashier');
      await visit.journey.sees(visit.t.selling.emptyTitle);
      await ring(visit, 2);
      await visit.journey.press('F8', '5', 'Enter');
      await visit.journey.sees(visit.t.common.approval.title);
    },
    {
      leave: async visit => {
        await visit.journey.press('Escape');
        await visit.journey.press('Escape');
        await visit.journey.press('Shift+F12');
        await signIn(visit);
        await toEmptyCounter(visit);
      },
    },
  ),
  row('held', async visit => {
    for (const count of [2, 4]) {
      await ring(visit, count);
      await visit.journey.press('F6');
      await visit.journey.sees(visit.t.selling.emptyTitle);
    }
    await visit.journey.press('Shift+F6');
    await visit.journey.sees(visit.t.selling.heldHint);
  }),
  row(
    'left-handed',
    async visit => {
      await setHand(visit, 'left');
      await ring(visit, 3);
    },
    { leave: rightHanded },
  ),
  row(
    'offline',
    async visit => {
      killGateway(visit.journey.data);
      await ring(visit, 3);
      const chip = visit.journey.page.locator('header').getByText(/断网|Offline/);
      await chip.first().waitFor({ timeout: 60_000 });
    },
    { time: 'offline' },
  ),
];
