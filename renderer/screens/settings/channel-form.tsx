import { useState } from 'react';
import type { ChannelView } from '../../../shared/contract/paying.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { type ChipTone, StatusChip } from '../../kit/status-chip.tsx';
import { useWords } from '../../kit/words.tsx';
import { RemoveChannelDialog } from './remove-channel-dialog.tsx';
import { SectionFoot } from './section-foot.tsx';
import { useChannel } from './use-channel.ts';

const linkTones: Readonly<Record<ChannelView['link'], ChipTone>> = {
  online: 'ok',
  offline: 'waiting',
  off: 'idle',
};

/** One channel: its fields, whether they work, and taking it into use or out of it. A secret is never shown again. */
export function ChannelForm({ view }: { view: ChannelView }) {
  const { t, format, language } = useWords();
  const words = t.channels;
  const title = view.title[language];
  const [values, setValues] = useState(() => valuesOf(view));
  const [removing, setRemoving] = useState(false);
  const { told, save, test } = useChannel(view, values);

  return (
    <Form onEnter={save} className="flex flex-col gap-4 border-t border-line pt-4">
      <div className="flex items-center justify-between gap-4">
        <h2 className="text-lead font-semibold">{title}</h2>
        <StatusChip tone={linkTones[view.link]}>{words.links[view.link]}</StatusChip>
      </div>
      <div className="grid grid-cols-2 gap-x-2 gap-y-3 break-keep wrap-anywhere">
        {view.fields.map(field => (
          <Field
            key={field.key}
            label={field.title[language]}
            hint={
              field.kind === 'secret' && field.value !== ''
                ? words.secretSet(field.value, format.date(field.setAt ?? 0))
                : field.hint[language]
            }
            type={field.kind === 'secret' ? 'password' : 'text'}
            value={values[field.key] ?? ''}
            maxLength={4096}
            onChange={value => setValues(now => ({ ...now, [field.key]: value }))}
          />
        ))}
      </div>
      <div aria-live="polite">
        {told && (
          <Notice tone={told.tone} title={told.title}>
            {told.detail}
          </Notice>
        )}
      </div>
      <SectionFoot>
        <Button tone="main" act="confirm" className="min-w-44" onPress={save}>
          {words.save}
        </Button>
        <Button onPress={test}>{words.test}</Button>
        {view.configured && (
          <Button className="mr-auto" onPress={() => setRemoving(true)}>
            {words.remove}
          </Button>
        )}
      </SectionFoot>
      {removing && (
        <RemoveChannelDialog channel={view.channel} title={title} onClose={() => setRemoving(false)} />
      )}
    </Form>
  );
}

/** What is set, without its secrets: an empty secret stands for the one that is set. */
const valuesOf = ({ fields }: ChannelView): Record<string, string> =>
  Object.fromEntries(fields.map(({ key, kind, value }) => [key, kind === 'secret' ? '' : value]));
