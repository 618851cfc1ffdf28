import type { ReactNode } from 'react';

/** Figures side by side over the sum that matters; the same place before and after the money is taken. */
export const Sums = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-2 gap-3">{children}</div>
);

const tones = { muted: 'text-muted', ink: 'text-ink', amber: 'text-amber' } as const;

export function Sum(props: { label: string; tone: keyof typeof tones; children: ReactNode }) {
  return (
    <div
      className={`min-w-0 rounded-till border border-line bg-sunk px-5 py-3 max-[1200px]:px-4 ${tones[props.tone]}`}
      aria-live="polite"
    >
      <p className="text-body text-muted">{props.label}</p>
      <p className="truncate text-[52px] leading-tight font-[650] tracking-[-0.01em] max-[1200px]:text-[42px]">
        {props.children}
      </p>
    </div>
  );
}
