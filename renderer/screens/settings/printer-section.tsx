import { useState } from 'react';
import { type PaperWidth, PrinterField, type PrinterSetup } from '../../../shared/contract/setup.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { type PrinterDraft, printerDraft, printerOf } from './device-drafts.ts';
import { Health } from './health.tsx';
import { SectionFoot } from './section-foot.tsx';
import { SerialFields } from './serial-fields.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { sameSetting, useSaved } from './use-saved.ts';

const transports = [
  'virtual',
  'serial',
  'tcp',
  'file',
] as const satisfies readonly PrinterSetup['transport'][];
const papers: readonly PaperWidth[] = [80, 58];

/** Where receipts come out. What is saved is tried at once; the line above says how it is. */
export function PrinterSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  const { save, busy } = useSaved();
  const test = useCommand('printing.test');
  const [draft, setDraft] = useState<PrinterDraft>(() => printerDraft(setup.printer));
  const change = (part: Partial<PrinterDraft>) => setDraft(now => ({ ...now, ...part }));
  const wanted = PrinterField.safeParse(printerOf(draft));
  const same = wanted.success && sameSetting(wanted.data, setup.printer);
  const ready = may && !busy && wanted.success && !same;
  const go = () => {
    if (ready) void save([{ setting: 'printer', value: wanted.data }]);
  };
  useKeys({ keys: { confirm: go } });
  const tryIt = async () => {
    const answer = await test({});
    if (answer.ok) toast({ tone: 'plain', title: t.devices.testSent });
  };
  return (
    <Form onEnter={go} className="flex flex-col gap-5">
      <Health
        health={setup.health.printer}
        easy={setup.printer.transport === 'virtual' ? t.devices.virtualReady : null}
      />
      <Choice
        label={t.devices.transport}
        value={draft.transport}
        options={transports.map(value => ({
          value,
          label: t.devices.printers[value],
          note: t.devices.printerNotes[value],
        }))}
        onChange={transport => change({ transport })}
      />
      <Details draft={draft} may={may} change={change} />
      {(draft.transport === 'serial' || draft.transport === 'tcp') && (
        <Choice
          label={t.devices.answers}
          value={draft.silent ? 'no' : 'yes'}
          options={(['yes', 'no'] as const).map(value => ({
            value,
            label: t.devices.answering[value],
            note: t.devices.answerNotes[value],
          }))}
          onChange={value => change({ silent: value === 'no' })}
        />
      )}
      <Choice
        label={t.devices.paper}
        value={String(draft.paper)}
        options={papers.map(value => ({ value: String(value), label: t.devices.papers[value] }))}
        onChange={value => change({ paper: value === '58' ? 58 : 80 })}
      />
      <Choice
        label={t.devices.holdSlip}
        value={setup.holdSlip ? 'on' : 'off'}
        options={(['off', 'on'] as const).map(value => ({
          value,
          label: t.devices.holdSlips[value],
          ...(value === 'on' && { note: t.devices.holdSlipNote }),
        }))}
        onChange={value => may && void save([{ setting: 'hold-slip', value: value === 'on' }])}
      />
      <SectionFoot>
        <Button tone="main" act="confirm" className="min-w-44" disabled={!ready} onPress={go}>
          {t.common.save}
        </Button>
        <Button disabled={!may || !same} onPress={() => void tryIt()}>
          {t.devices.test}
        </Button>
      </SectionFoot>
    </Form>
  );
}

function Details(props: {
  draft: PrinterDraft;
  may: boolean;
  change: (part: Partial<PrinterDraft>) => void;
}) {
  const { t } = useWords();
  const { draft, may, change } = props;
  const disabled = !may;
  if (draft.transport === 'serial') return <SerialFields draft={draft} may={may} onChange={change} />;
  if (draft.transport === 'file') {
    return (
      <Field
        label={t.devices.filePath}
        hint={t.devices.filePathHint}
        value={draft.path}
        maxLength={260}
        disabled={disabled}
        onChange={path => change({ path })}
      />
    );
  }
  if (draft.transport !== 'tcp') return null;
  const whole = PrinterField.safeParse(printerOf(draft));
  const wrong = (field: string) =>
    !whole.success && whole.error.issues.some(issue => issue.path.includes(field));
  return (
    <div className="grid grid-cols-2 gap-5">
      <Field
        label={t.devices.host}
        inputMode="url"
        hint={t.devices.hostHint}
        error={draft.host !== '' && wrong('host') ? t.devices.faults.host : null}
        value={draft.host}
        maxLength={253}
        disabled={disabled}
        onChange={host => change({ host })}
      />
      <Field
        label={t.devices.port}
        error={wrong('port') ? t.devices.faults.port : null}
        inputMode="numeric"
        value={draft.port}
        maxLength={5}
        disabled={disabled}
        onChange={port => change({ port })}
      />
    </div>
  );
}
