import { type ReactNode, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { type KeyRow, KeyRows } from '../kit/key-rows.tsx';
import type { LegendKey } from '../kit/legend.tsx';
import { useWords } from '../kit/words.tsx';
import { useKeys } from './keys.ts';

/** F1 on a screen: its keys and what they do, over the screen, so that nothing half done is lost. */
export function useScreenHelp(title: string, rows: readonly KeyRow[]): { key: LegendKey; sheet: ReactNode } {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const open = () => setShown(true);
  useKeys({ keys: { help: open } });
  return {
    key: { act: 'help', label: t.selling.keys.help, onPress: open },
    sheet: shown && <HelpSheet title={title} rows={rows} onClose={() => setShown(false)} />,
  };
}

/** Keys and what they do, over a screen. */
export function HelpSheet(props: { title: string; rows: readonly KeyRow[]; onClose: () => void }) {
  const { t } = useWords();
  useKeys({ modal: true, keys: { back: props.onClose, help: props.onClose } });
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      wide
      actions={
        <Button act="back" onPress={props.onClose}>
          {t.common.back}
        </Button>
      }
    >
      <KeyRows rows={props.rows} />
    </Dialog>
  );
}
