import type { ReactNode } from 'react';

/** What saves a section, the button that does it first: in sight however long the section is, under a line. */
export const SectionFoot = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-4 flex flex-row-reverse flex-wrap justify-between gap-3 border-t border-line bg-surface pt-2.5 pb-4">
    {children}
  </div>
);
