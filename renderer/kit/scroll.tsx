import type { ReactNode, Ref } from 'react';

/**
 * What may be longer than its place and holds nothing to press: Tab reaches it, so that keys can scroll it too.
 * `label` says what it is to who hears the page.
 */
export const Scroll = (props: {
  label: string;
  children: ReactNode;
  className?: string;
  ref?: Ref<HTMLElement>;
}) => (
  <section
    ref={props.ref}
    aria-label={props.label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached to be scrolled.
    tabIndex={0}
    className={`min-h-0 overflow-auto outline-offset-[-3px] ${props.className ?? ''}`}
  >
    {props.children}
  </section>
);
