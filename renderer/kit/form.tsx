import type { ReactNode } from 'react';

/** Fields that belong together: Enter in any of them does what the button at the end does. */
export function Form(props: { onEnter: () => void; children: ReactNode; className?: string }) {
  return (
    <form
      noValidate
      className={props.className}
      onSubmit={event => {
        event.preventDefault();
        props.onEnter();
      }}
    >
      {props.children}
      <button type="submit" hidden tabIndex={-1} />
    </form>
  );
}
