import type { DrawerView } from '../../../shared/contract/shifts.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import type { Sentence } from '../../../shared/i18n/index.ts';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';

/** What stands against opening, or what is odd: the till says plainly what the drawer differs by before it is taken. */
export function OpeningTrouble(props: {
  may: boolean;
  name: string;
  drawer: DrawerView;
  counted: Minor | null;
  fault: Sentence | null;
}) {
  const { t, format } = useWords();
  const words = t.shifts.open;
  const { drawer, counted, fault } = props;
  const told = (said: Sentence, tone: 'amber' | 'red') => (
    <Notice tone={tone} title={said.what}>
      {said.todo}
    </Notice>
  );
  if (!props.may) return <Notice tone="amber" title={words.mayNot} />;
  if (fault) return told(fault, 'red');
  if (drawer.shift !== null) return told(words.taken(props.name), 'amber');
  if (!drawer.left || counted === null || counted === drawer.left.amount) return null;
  const by = minor(Math.abs(counted - drawer.left.amount));
  return told(words.differs(counted > drawer.left.amount ? 'more' : 'less', format.amount(by)), 'amber');
}
