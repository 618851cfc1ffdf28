import type { ReactNode } from 'react';

/** A white sheet on the paper: what belongs together. */
export function Panel({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <section className={`rounded-till border border-line bg-surface ${className}`}>{children}</section>;
}
