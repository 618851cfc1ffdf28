import { type ReactNode, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { KeyCap } from '../kit/key-cap.tsx';
import type { LegendKey } from '../kit/legend.tsx';
import { useWords } from '../kit/words.tsx';
import { useKeys } from './keys.ts';

export type HelpRow = readonly [keys: string, does: string];

/** F1 on a screen: its keys and what they do, over the screen, so that nothing half done is lost. */
export function useScreenHelp(title: string, rows: readonly HelpRow[]): { key: LegendKey; sheet: ReactNode } {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const open = () => setShown(true);
  useKeys({ keys: { F1: open } });
  return {
    key: { keyName: 'F1', label: t.selling.keys.help, onPress: open },
    sheet: shown && <HelpSheet title={title} rows={rows} onClose={() => setShown(false)} />,
  };
}

/** Keys and what they do, over a screen. */
export function HelpSheet(props: { title: string; rows: readonly HelpRow[]; onClose: () => void }) {
  const { t } = useWords();
  useKeys({ modal: true, keys: { Escape: props.onClose, F1: props.onClose } });
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      wide
      actions={
        <Button keyName="Esc" onPress={props.onClose}>
          {t.common.back}
        </Button>
      }
    >
      <dl>
        {props.rows.map(([keys, does]) => (
          <div key={keys} className="flex min-h-12 items-center gap-4 border-t border-line py-1.5">
            <dt className="w-44 shrink-0">
              <KeyCap>{keys}</KeyCap>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
