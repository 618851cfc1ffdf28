import { useState } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { PhoneDialog } from './phone-dialog.tsx';

/** One-time codes of whoever is signed in: for leave over the phone, and the owner's second step. */
export function MyPhone({ me }: { me: StaffCard }) {
  const { t } = useWords();
  const words = t.people;
  const enrol = useCommand('setup.enrolTotp');
  const setSecondFactor = useCommand('setup.setSecondFactor');
  const [enrolling, setEnrolling] = useState(false);
  const begin = async () => setEnrolling((await enrol({})).ok);
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 className="text-lead font-semibold">{words.phone(me.name)}</h2>
      <p className="text-muted">{me.hasCodes ? words.phoneOn : words.phoneOff}</p>
      <div className="flex flex-wrap gap-3">
        <Button onPress={() => void begin()}>{me.hasCodes ? words.otherPhone : words.setPhoneUp}</Button>
        {me.role === 'owner' && me.hasCodes && (
          <Button onPress={() => void setSecondFactor({ on: !me.secondFactor })}>
            {me.secondFactor ? words.secondFactorOff : words.secondFactorOn}
          </Button>
        )}
      </div>
      {me.role === 'owner' && me.hasCodes && (
        <p className="text-legend text-muted">{words.secondFactorNote}</p>
      )}
      {enrolling && <PhoneDialog onClose={() => setEnrolling(false)} />}
    </section>
  );
}
