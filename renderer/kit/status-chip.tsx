import type { ReactNode } from 'react';

export type ChipTone = 'ok' | 'idle' | 'waiting' | 'trouble';

const icons: Readonly<Record<ChipTone, string>> = { ok: '✓', idle: '○', waiting: '△', trouble: '✕' };
const looks: Readonly<Record<ChipTone, string>> = {
  ok: 'text-muted',
  idle: 'text-muted',
  waiting: 'rounded-full bg-amber-soft px-3 py-0.5 text-amber',
  trouble: 'rounded-full bg-red-soft px-3 py-0.5 text-red',
};

/** State of one thing in the strip: an icon, a word, and colour only as the third sign. */
export function StatusChip(props: { tone: ChipTone; children: ReactNode; title?: string }) {
  return (
    <span title={props.title} className={`flex items-center gap-1.5 whitespace-nowrap ${looks[props.tone]}`}>
      <span aria-hidden className={props.tone === 'ok' ? 'font-semibold text-green' : 'font-semibold'}>
        {icons[props.tone]}
      </span>
      {props.children}
    </span>
  );
}
