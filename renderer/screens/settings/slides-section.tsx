import { useRef } from 'react';
import { slideSeconds, slidesMax } from '../../../shared/domain/slides.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { SlideRow } from './slide-row.tsx';
import { type TurnedDown, useSlides } from './use-slides.ts';

/** What the customer's screen shows while nobody is served: the shop's own pictures, or a welcome. */
export function SlidesSection({ setup: { slides }, may }: SectionProps) {
  const { t } = useWords();
  const words = t.display.settings;
  const { adding, turnedDown, busy, takeIn, pace, up, remove } = useSlides(slides);
  const picker = useRef<HTMLInputElement>(null);
  const full = slides.files.length >= slidesMax;
  const ready = may && !busy && !full;
  const choose = () => {
    if (ready) picker.current?.click();
  };
  useKeys({ keys: { confirm: choose } });
  return (
    <>
      <div className="flex flex-col gap-1 break-keep wrap-anywhere">
        <p>{words.intro}</p>
        <p className="text-legend text-muted">{words.limits}</p>
      </div>
      {turnedDown.length > 0 && (
        <Notice tone="amber" title={words.turnedDown(turnedDown.length)}>
          <Reasons files={turnedDown} />
        </Notice>
      )}
      {slides.files.length === 0 && <p className="text-lead text-muted">{words.none}</p>}
      <ol className="flex flex-col gap-2">
        {slides.files.map((file, at) => (
          <SlideRow
            key={file}
            file={file}
            place={at + 1}
            may={may && !busy}
            onUp={at > 0 ? () => up(at) : null}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <div className="flex items-center justify-end gap-4">
        <p role="status" className="text-muted">
          {adding > 0 ? words.adding(adding) : full ? words.full(slidesMax) : ''}
        </p>
        <Button tone="main" act="confirm" className="min-w-44" disabled={!ready} onPress={choose}>
          {words.add}
        </Button>
      </div>
      {slides.files.length > 1 && (
        <Choice<string>
          label={words.seconds}
          columns={3}
          value={String(slides.seconds)}
          options={slideSeconds.map(value => ({ value: String(value), label: words.each(value) }))}
          onChange={value => {
            if (may) pace(Number(value));
          }}
        />
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp"
        aria-label={words.add}
        onChange={event => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again after it has been put right.
          event.target.value = '';
          if (files.length > 0) void takeIn(files);
        }}
      />
    </>
  );
}

function Reasons({ files }: { files: readonly TurnedDown[] }) {
  const { t } = useWords();
  return (
    <ul>
      {files.map(({ name, why }) => (
        <li key={name} className="break-all">
          {name}: {t.display.settings.faults[why]}
        </li>
      ))}
    </ul>
  );
}
