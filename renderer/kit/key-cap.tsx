import type { AnyAct } from '../../shared/domain/keys/acts.ts';
import { useWords } from './words.tsx';

/** Keys that are no act's: moves, and choices by number. Anything else is named by its act. */
export type PlainKey =
  | '↑ ↓'
  | '← →'
  | '← ↑ ↓ →'
  | '←'
  | '→'
  | 'PgUp PgDn'
  | '0–9'
  | `${number}`
  | `1–${number}`;

/** Which key does the same: that of an act, as this till has it, or a plain one. */
export type Keyed = { readonly act?: AnyAct | undefined; readonly plainKey?: PlainKey | undefined };

/** What stands on the cap of the key; null where there is none. */
export function useCap({ act, plainKey }: Keyed): string | null {
  const { cap } = useWords();
  return act ? cap(act) : (plainKey ?? null);
}

/** A key of the keyboard, as the legend draws it. */
export function KeyCap({ children, inverse = false }: { children: string; inverse?: boolean }) {
  const look = inverse ? 'border-current/40 bg-current/10' : 'border-line bg-sunk text-muted';
  return (
    <kbd
      className={`inline-block shrink-0 rounded-md border px-[7px] py-1 max-[1200px]:px-[5px] font-sans text-note leading-none font-medium ${look}`}
    >
      {children}
    </kbd>
  );
}
