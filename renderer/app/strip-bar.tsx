import type { ReactNode } from 'react';

/** The strip's place above the screen: it is there before the strip says a word. */
export const StripBar = ({ children }: { children?: ReactNode }) => (
  <header className="flex h-[49px] shrink-0 items-center gap-5 overflow-hidden border-b max-[1200px]:gap-3 border-line bg-surface px-4 text-legend text-muted">
    {children}
  </header>
);
