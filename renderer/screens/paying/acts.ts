import type { ButtonTone } from '../../kit/button.tsx';
import type { LegendKey } from '../../kit/legend.tsx';

/** Something the cashier can do on a payment screen now: its key, its button and its place in the legend are one. */
export type Act = {
  /** As `useKeys` names it. */
  readonly key: string;
  readonly label: string;
  /** For the legend, where there is little room. */
  readonly short: string;
  readonly note?: string;
  readonly tone?: ButtonTone;
  readonly run: () => void;
};

const caps: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  Insert: 'Ins',
  'Shift+F6': '⇧F6',
};

/** What stands on the key. */
export const capOf = (key: string): string => caps[key] ?? key;

export const keysOf = (acts: readonly Act[]): Readonly<Record<string, () => void>> =>
  Object.fromEntries(acts.map(({ key, run }) => [key, run]));

export const legendOf = (acts: readonly Act[]): LegendKey[] =>
  acts.map(({ key, short, run }) => ({ keyName: capOf(key), label: short, onPress: run }));
