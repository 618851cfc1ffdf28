import type { AnyAct } from '../../../shared/domain/keys/acts.ts';
import type { KeyActs } from '../../input/keys.ts';
import type { ButtonTone } from '../../kit/button.tsx';
import type { LegendKey } from '../../kit/legend.tsx';

/** Something the cashier can do on a payment screen now: its key, its button and its place in the legend are one. */
export type PayAct = {
  readonly act: AnyAct;
  readonly label: string;
  /** For the legend, where there is little room. */
  readonly short: string;
  readonly note?: string;
  readonly tone?: ButtonTone;
  readonly run: () => void;
};

export const keysOf = (acts: readonly PayAct[]): KeyActs =>
  Object.fromEntries(acts.map(({ act, run }) => [act, run]));

export const legendOf = (acts: readonly PayAct[]): LegendKey[] =>
  acts.map(({ act, short, run }) => ({ act, label: short, onPress: run }));
