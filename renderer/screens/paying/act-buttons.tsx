import { Button } from '../../kit/button.tsx';
import { type Act, capOf } from './acts.ts';

/** What can be done, side by side, the one to take first in the accent. */
export const ActButtons = ({ acts }: { acts: readonly Act[] }) => (
  <div className="grid auto-cols-fr grid-flow-col gap-2.5">
    {acts.map(({ key, label, note, tone, run }, index) => (
      <Button
        key={key}
        tone={tone ?? (index === 0 ? 'main' : 'plain')}
        size="tender"
        className="!text-lead max-[1200px]:px-2.5"
        keyName={capOf(key)}
        note={note && <span className="max-[1200px]:hidden">{note}</span>}
        onPress={run}
      >
        {label}
      </Button>
    ))}
  </div>
);
