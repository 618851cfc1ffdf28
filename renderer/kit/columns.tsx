import type { ReactNode } from 'react';

const widths = {
  counter: 'grid-cols-[minmax(0,59fr)_minmax(0,41fr)] left-handed:grid-cols-[minmax(0,41fr)_minmax(0,59fr)]',
  touch: 'grid-cols-[minmax(0,42fr)_minmax(0,58fr)] left-handed:grid-cols-[minmax(0,58fr)_minmax(0,42fr)]',
  stage: 'grid-cols-[minmax(0,68fr)_minmax(0,32fr)] left-handed:grid-cols-[minmax(0,32fr)_minmax(0,68fr)]',
} as const;

/**
 * The two columns of the counter and of paying: first what is read, then what is pressed. They change sides on a
 * till for the left hand.
 */
export const Columns = (props: { widths: keyof typeof widths; children: ReactNode }) => (
  <main
    className={`grid min-h-0 flex-1 gap-3 px-3 py-2.5 left-handed:*:first:order-2 ${widths[props.widths]}`}
  >
    {props.children}
  </main>
);
