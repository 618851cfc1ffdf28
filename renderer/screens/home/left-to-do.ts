import type { SetupView } from '../../../shared/contract/setup.ts';
import type { Messages } from '../../../shared/i18n/index.ts';

/** What a till can be given after its first start; the last one is there as long as any other is. */
export type ToDo = Exclude<keyof Messages['home']['setup'], 'title' | 'hide'>;

export type Equipped = {
  readonly items: number;
  readonly takesCodes: boolean;
  readonly setup: Pick<SetupView, 'checklistHidden' | 'training' | 'staff' | 'printer'>;
};

/** What is left to set up, the most useful first; nothing where it is all done, was sent away, or only trains. */
export function leftToDo({ items, takesCodes, setup }: Equipped): readonly ToDo[] {
  if (setup.checklistHidden || setup.training !== 'no') return [];
  const working = setup.staff.filter(({ blocked, forgotten }) => !blocked && !forgotten).length;
  const open: readonly (ToDo | false)[] = [
    items === 0 && 'prices',
    working < 2 && 'staff',
    setup.printer.transport === 'virtual' && 'printer',
    !takesCodes && 'codes',
  ];
  const left = open.filter(each => each !== false);
  return left.length === 0 ? [] : [...left, 'practise'];
}
