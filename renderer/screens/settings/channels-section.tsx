import { Choice } from '../../kit/choice.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { ChannelForm } from './channel-form.tsx';
import type { SectionProps } from './settings-screen.tsx';

/** The ways to charge customers' codes, each drawn from what its channel says it needs. */
export function ChannelsSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  return (
    <>
      {setup.training === 'demo' ? (
        <Notice title={t.channels.practice} />
      ) : (
        <p className="text-muted">{t.channels.intro}</p>
      )}
      {may && <ZeroKey on={setup.zeroKey} />}
      {may && <Channels />}
    </>
  );
}

const ways = ['key', 'none'] as const;

/** Whether a code read among goods waits for F9, or is charged at once. */
function ZeroKey({ on }: { on: boolean }) {
  const { t } = useWords();
  const change = useCommand('setup.change');
  return (
    <Choice<(typeof ways)[number]>
      label={t.channels.zeroKey.label}
      columns={2}
      value={on ? 'none' : 'key'}
      options={ways.map(value => ({
        value,
        label: t.channels.zeroKey[value],
        note: t.channels.zeroKey.notes[value],
      }))}
      onChange={value => void change({ setting: 'zero-key', value: value === 'none' })}
    />
  );
}

function Channels() {
  const channels = useLive('paying.channels') ?? [];
  // Anew after each setting, so that a form begins with what is set.
  return channels.map(channel => (
    <ChannelForm key={`${channel.channel} ${channel.fields[0]?.setAt ?? 'new'}`} view={channel} />
  ));
}
