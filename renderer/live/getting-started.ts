import type { PrintJobView } from '../../shared/contract/printing.ts';
import type { SetupView } from '../../shared/contract/setup.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import { useLive, useLivePart } from './index.tsx';

export type StepName = keyof Messages['gettingStarted']['steps'];
export type Step = { readonly name: StepName; readonly done: boolean };

export type Equipped = {
  readonly items: number;
  readonly takesCodes: boolean;
  readonly jobs: readonly Pick<PrintJobView, 'state'>[];
  readonly setup: Pick<SetupView, 'checklistHidden' | 'training' | 'staff' | 'printer' | 'practised'>;
};

/**
 * What a till can be given after its first start, the most useful first, and what of it is done: told by the till, not
 * by what was pressed. Null where its owner has sent the list away, and at a till that only trains.
 */
export function stepsOf({ items, takesCodes, jobs, setup }: Equipped): readonly Step[] | null {
  if (setup.checklistHidden || setup.training !== 'no') return null;
  const working = setup.staff.filter(({ blocked, forgotten }) => !blocked && !forgotten).length;
  return [
    { name: 'prices', done: items > 0 },
    { name: 'staff', done: working > 1 },
    { name: 'print', done: jobs.some(({ state }) => state === 'printed' || state === 'sent') },
    { name: 'practise', done: setup.practised },
    { name: 'printer', done: setup.printer.transport !== 'virtual' },
    { name: 'codes', done: takesCodes },
  ];
}

/** The steps as they stand, for whoever may take them all; null also until the till has told of each. */
export function useSteps(): readonly Step[] | null {
  const setup = useLive('setup.state');
  const jobs = useLive('printing.jobs');
  const items = useLivePart('catalog.state', state => state.items);
  const takesCodes = useLivePart(
    'paying.state',
    state => state.codes.can || state.codes.why !== 'no-channel',
  );
  const may = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  if (!may || !setup || !jobs || items === undefined || takesCodes === undefined) return null;
  return stepsOf({ items, takesCodes, jobs, setup });
}
