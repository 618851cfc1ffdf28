import { create } from 'zustand';
import type { Language } from '../../shared/contract/setup.ts';

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** How loud the till speaks. */
export const voices = ['loud', 'soft', 'off'] as const;
export type Voice = (typeof voices)[number];

type Preferences = {
  readonly theme: Theme;
  readonly sound: boolean;
  readonly voice: Voice;
  /** Chosen at the first start: the whole page speaks it at once, though the till hears of it with all the rest. */
  readonly firstLanguage: Language | null;
};

/** How this page looks and sounds until it is closed. The browser keeps nothing. */
export const usePreferences = create<Preferences>(() => ({
  theme: 'light',
  sound: true,
  voice: 'loud',
  firstLanguage: null,
}));

/** Light, dark, high contrast, and round again. */
export function nextTheme(): void {
  const at = themes.indexOf(usePreferences.getState().theme);
  const theme = themes[(at + 1) % themes.length]!;
  document.documentElement.dataset.theme = theme;
  usePreferences.setState({ theme });
}

export const toggleSound = (): void => usePreferences.setState(({ sound }) => ({ sound: !sound }));
export const setFirstLanguage = (firstLanguage: Language): void => usePreferences.setState({ firstLanguage });
export const setVoice = (voice: Voice): void => usePreferences.setState({ voice });
