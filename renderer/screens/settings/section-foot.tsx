import type { ReactNode } from 'react';

/** What saves a section, the button that does it first: in sight however long the section is, which fades out above it. */
export const SectionFoot = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-6 -mx-6 flex flex-row-reverse flex-wrap justify-between gap-3 bg-surface px-6 pt-2 pb-6 before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-4 before:bg-linear-to-t before:from-surface before:to-transparent">
    {children}
  </div>
);
