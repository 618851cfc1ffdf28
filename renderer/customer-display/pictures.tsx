const drawn = 'inline-block size-[0.9em] align-[-0.08em]';

/** A code to be scanned. */
export const CodeSign = () => (
  <svg viewBox="0 0 24 24" className={drawn} fill="currentColor" aria-hidden="true">
    <path
      fillRule="evenodd"
      d="M2 2h8v8H2zM4.5 4.5v3h3v-3zM14 2h8v8h-8zM16.5 4.5v3h3v-3zM2 14h8v8H2zM4.5 16.5v3h3v-3zM14 14h3.5v3.5H14zM18.5 18.5H22V22h-3.5zM18.5 14H22v2.5h-3.5zM14 19.5h2.5V22H14z"
    />
  </svg>
);

/** A phone in a hand. */
export const PhoneSign = () => (
  <svg
    viewBox="0 0 24 24"
    className={drawn}
    fill="none"
    stroke="currentColor"
    strokeWidth="2.2"
    aria-hidden="true"
  >
    <rect x="6" y="1.5" width="12" height="21" rx="2.5" />
    <path d="M10.5 18.8h3" strokeLinecap="round" />
  </svg>
);
