import { useState } from 'react';
import { ScannerField, type ScannerSetup } from '../../../shared/contract/setup.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Form } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { type ScannerDraft, scannerDraft, scannerOf } from './device-drafts.ts';
import { Health } from './health.tsx';
import { SerialFields } from './serial-fields.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { sameSetting, useSaved } from './use-saved.ts';
import { WedgeFields } from './wedge-fields.tsx';

const transports = ['keyboard', 'serial'] as const satisfies readonly ScannerSetup['transport'][];

/** How scans come in: typed like a keyboard, or over a serial line. */
export function ScannerSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  const { save, busy } = useSaved();
  const [draft, setDraft] = useState<ScannerDraft>(() => scannerDraft(setup.scanner));
  const change = (part: Partial<ScannerDraft>) => setDraft(now => ({ ...now, ...part }));
  const wanted = ScannerField.safeParse(scannerOf(draft));
  const same = wanted.success && sameSetting(wanted.data, setup.scanner);
  const ready = may && !busy && wanted.success && !same;
  const go = () => {
    if (ready) void save([{ setting: 'scanner', value: wanted.data }]);
  };
  useKeys({ keys: { confirm: go } });
  return (
    <Form onEnter={go} className="flex flex-col gap-5">
      {setup.scanner.transport === 'keyboard' ? (
        // Nobody knows whether one is plugged in until it scans, so this says what to do and praises nothing.
        <Notice title={t.devices.keyboardReady} />
      ) : (
        <Health health={setup.health.scanner} easy={null} />
      )}
      <Choice
        label={t.devices.transport}
        value={draft.transport}
        options={transports.map(value => ({
          value,
          label: t.devices.scanners[value],
          note: t.devices.scannerNotes[value],
        }))}
        onChange={transport => change({ transport })}
      />
      {draft.transport === 'serial' ? (
        <SerialFields draft={draft} may={may} onChange={change} />
      ) : (
        <WedgeFields draft={draft} may={may} onChange={change} />
      )}
      <Button tone="main" act="confirm" className="min-w-44 self-end" disabled={!ready} onPress={go}>
        {t.common.save}
      </Button>
    </Form>
  );
}
