/** A key of the keyboard, as the legend draws it. */
export function KeyCap({ children, inverse = false }: { children: string; inverse?: boolean }) {
  const look = inverse ? 'border-current/40 bg-current/10 text-accent-ink' : 'border-line bg-sunk text-muted';
  return (
    <kbd
      className={`shrink-0 rounded-md border px-[7px] py-1 max-[1200px]:px-[5px] font-sans text-note leading-none font-medium ${look}`}
    >
      {children}
    </kbd>
  );
}
