import type { DeviceHealth } from '../../../shared/contract/setup.ts';
import type { Sentence } from '../../../shared/i18n/index.ts';
import { Notice, type NoticeTone } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';

const tones: Readonly<Record<DeviceHealth['state'], NoticeTone>> = {
  ready: 'green',
  connecting: 'plain',
  absent: 'amber',
  trouble: 'red',
};

/** How a device is, and what to do about it. `easy` is what to say of one that has no cable to fail. */
export function Health({ health, easy }: { health: DeviceHealth; easy: string | null }) {
  const { t } = useWords();
  if (easy !== null) return <Notice tone="green" title={easy} />;
  const reasons: Readonly<Record<string, Sentence>> = t.devices.reasons;
  const said =
    health.reason === null ? null : (reasons[health.reason] ?? t.devices.unknownReason(health.reason));
  const state = t.devices.health[health.state];
  return (
    <Notice tone={tones[health.state]} title={said ? `${state} · ${said.what}` : state}>
      {said?.todo}
    </Notice>
  );
}
