import { create } from 'zustand';
import type { Language } from '../../shared/contract/setup.ts';
import { firstLooks, type Looks } from '../../shared/domain/looks.ts';

type Preferences = Looks & {
  /** Chosen at the first start: the whole page speaks it at once, though the till hears of it with all the rest. */
  readonly firstLanguage: Language | null;
};

/** How this page looks and sounds at the moment. The browser keeps nothing; the till does. */
export const usePreferences = create<Preferences>(() => ({ ...firstLooks, firstLanguage: null }));

export function setLooks(looks: Partial<Looks>): void {
  if (looks.theme) document.documentElement.dataset.theme = looks.theme;
  usePreferences.setState(looks);
}

export const setFirstLanguage = (firstLanguage: Language): void => usePreferences.setState({ firstLanguage });
