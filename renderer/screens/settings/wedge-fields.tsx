import { useState } from 'react';
import { calibratedGap, calibrationScans, usualTuning, wedgePrefix } from '../../../shared/domain/wedge.ts';
import { play } from '../../app/earcons.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import type { ScannerDraft } from './device-drafts.ts';

/** How a scanner that types like a keyboard is told from a person: its prefix, and how fast it types. */
export function WedgeFields(props: {
  draft: ScannerDraft;
  may: boolean;
  onChange: (part: Partial<ScannerDraft>) => void;
}) {
  const { draft, may, onChange } = props;
  const { t } = useWords();
  const words = t.devices.wedge;
  const [measuring, setMeasuring] = useState(false);
  const slow = draft.gapMs !== null && draft.gapMs > usualTuning.gapMs && draft.prefix === '';
  return (
    <>
      <Field
        label={words.prefix}
        value={draft.prefix}
        maxLength={1}
        disabled={!may}
        hint={words.prefixHint}
        error={wedgePrefix.test(draft.prefix) ? null : words.prefixWrong}
        onChange={prefix => onChange({ prefix })}
      />
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-60 flex-1">
          <p>{words.speed(draft.gapMs)}</p>
          <p className="text-note text-muted">{words.measureNote}</p>
        </div>
        {draft.gapMs !== null && (
          <Button disabled={!may} onPress={() => onChange({ gapMs: null })}>
            {words.usual}
          </Button>
        )}
        <Button disabled={!may} onPress={() => setMeasuring(true)}>
          {words.measure}
        </Button>
      </div>
      {slow && <Notice tone="amber" title={words.slow(draft.gapMs ?? 0)} />}
      {measuring && (
        <MeasureDialog
          onClose={() => setMeasuring(false)}
          onMeasured={gapMs => {
            setMeasuring(false);
            onChange({ gapMs });
          }}
        />
      )}
    </>
  );
}

/** Three scans, however slow; what they say goes nowhere, only how fast they came. */
function MeasureDialog(props: { onClose: () => void; onMeasured: (gapMs: number) => void }) {
  const { t } = useWords();
  const words = t.devices.wedge;
  const [gaps, setGaps] = useState<readonly number[]>([]);
  useKeys({
    modal: true,
    calibrates: true,
    scan: (_text, { meanGapMs }) => {
      play('ok');
      const all = [...gaps, meanGapMs];
      if (all.length === calibrationScans) props.onMeasured(calibratedGap(all));
      else setGaps(all);
    },
    keys: { back: props.onClose },
  });
  return (
    <Dialog
      title={words.ask(calibrationScans - gaps.length)}
      onClose={props.onClose}
      actions={
        <Button act="back" size="tender" onPress={props.onClose}>
          {t.common.back}
        </Button>
      }
    >
      <p className="text-lead">{words.askTodo}</p>
      <p aria-hidden className="text-hero text-accent">
        {'●'.repeat(gaps.length)}
        {'○'.repeat(calibrationScans - gaps.length)}
      </p>
    </Dialog>
  );
}
