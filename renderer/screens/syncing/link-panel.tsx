import type { ReactNode } from 'react';
import type { LinkState, SyncView } from '../../../shared/contract/syncing.ts';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

type Look = { readonly icon: string; readonly look: string; readonly bar: string };

const looks: Readonly<Record<LinkState, Look>> = {
  'not-enrolled': { icon: '○', look: 'text-ink', bar: 'border-t-line' },
  connecting: { icon: '○', look: 'text-ink', bar: 'border-t-line' },
  online: { icon: '✓', look: 'text-green', bar: 'border-t-green' },
  degraded: { icon: '△', look: 'text-amber', bar: 'border-t-amber-bar' },
  offline: { icon: '△', look: 'text-amber', bar: 'border-t-amber-bar' },
};

/** How the line is, since when and why, and how much waits: the number that matters is the one in black. */
export function LinkPanel({ sync }: { sync: SyncView }) {
  const { t, format } = useWords();
  const { icon, look, bar } = looks[sync.link];
  const reason =
    sync.reason === null ? null : (t.syncing.reasons[sync.reason] ?? t.syncing.unknownReason(sync.reason));
  return (
    <Panel className={`flex flex-col gap-6 border-t-8 p-6 ${bar}`}>
      <div>
        <h2 className={`text-title font-semibold ${look}`}>
          <span aria-hidden>{icon} </span>
          {t.syncing.states[sync.link]}
        </h2>
        {sync.link === 'offline' && (
          <p className="mt-1 text-lead">
            {[t.syncing.since(format.time(sync.since)), reason].filter(Boolean).join(' · ')}
          </p>
        )}
        {sync.link !== 'offline' && reason && <p className="mt-1 text-lead">{reason}</p>}
        <p className="mt-2 text-muted">{t.syncing.notes[sync.link]}</p>
      </div>
      {sync.link !== 'not-enrolled' && (
        <>
          <div className="flex items-start gap-10">
            <Figure name={t.syncing.waitingSales}>
              <span className={`text-total font-[650] ${sync.waitingSales > 0 ? '' : 'text-muted'}`}>
                {sync.waitingSales}
              </span>
            </Figure>
            <Figure name={t.syncing.waitingRows}>
              <span className="text-total font-[650] text-muted">{sync.waitingRows}</span>
            </Figure>
          </div>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1 text-legend">
            <dt className="text-muted">{t.syncing.lastSent}</dt>
            <dd>{sync.lastSentAt === null ? t.syncing.never : format.dayTime(sync.lastSentAt)}</dd>
            <dt className="text-muted">{t.syncing.gateway}</dt>
            <dd className="truncate select-text">{sync.gateway}</dd>
          </dl>
        </>
      )}
    </Panel>
  );
}

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <p className="text-legend text-muted">{name}</p>
    {children}
  </div>
);
