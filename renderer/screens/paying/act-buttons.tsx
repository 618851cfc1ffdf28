import { Button } from '../../kit/button.tsx';
import type { PayAct } from './acts.ts';

/** What can be done, side by side, the one to take first in the accent. */
export const ActButtons = ({ acts }: { acts: readonly PayAct[] }) => (
  <div className="grid auto-cols-fr grid-flow-col gap-2.5">
    {acts.map(({ act, label, note, tone, run }, index) => (
      <Button
        key={act}
        tone={tone ?? (index === 0 ? 'main' : 'plain')}
        size="tender"
        className="!text-lead min-[1201px]:!justify-start max-[1200px]:px-2.5"
        act={act}
        note={note && <span className="max-[1200px]:hidden">{note}</span>}
        onPress={run}
      >
        {label}
      </Button>
    ))}
  </div>
);
