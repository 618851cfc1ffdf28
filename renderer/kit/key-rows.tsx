import { KeyCap } from './key-cap.tsx';

export type KeyRow = readonly [keys: string, does: string];

/** Keys and what they do, a row each. */
export function KeyRows({ rows, className = '' }: { rows: readonly KeyRow[]; className?: string }) {
  return (
    <dl className={className}>
      {rows.map(([keys, does]) => (
        <div key={keys} className="flex min-h-11 items-center gap-4 border-t border-line py-1">
          <dt className="w-44 shrink-0">
            <KeyCap>{keys}</KeyCap>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
