import { useState } from 'react';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { AddStaff } from './add-staff.tsx';
import { CashierCreates } from './cashier-creates.tsx';
import { MyPhone } from './my-phone.tsx';
import { PersonDialog } from './person-dialog.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { StaffList } from './staff-list.tsx';

/** Who works here and how each proves it; a press on a person opens what can be done. */
export function StaffSection(props: SectionProps) {
  const { setup } = props;
  const { t } = useWords();
  const session = useLive('session.current');
  const may = session?.permissions.includes('manage-staff') ?? false;
  const [chosen, setChosen] = useState<StaffId | null>(null);
  const person = setup.staff.find(({ id }) => id === chosen);
  const me = setup.staff.find(({ id }) => id === session?.staff?.id);
  return (
    <>
      <StaffList staff={setup.staff} atTill={me?.id} onChoose={may ? setChosen : undefined} />
      {may ? <AddStaff /> : <Notice tone="amber" title={t.setup.settings.staffNotAllowed} />}
      <CashierCreates setup={setup} may={props.may} />
      {may && me && <MyPhone me={me} />}
      {person && <PersonDialog key={person.id} person={person} onClose={() => setChosen(null)} />}
    </>
  );
}
