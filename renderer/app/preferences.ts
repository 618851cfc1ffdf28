import { create } from 'zustand';

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** How loud the till speaks. */
export const voices = ['loud', 'soft', 'off'] as const;
export type Voice = (typeof voices)[number];

/** How this page looks and sounds until it is closed. The browser keeps nothing. */
export const usePreferences = create<{ theme: Theme; sound: boolean; voice: Voice }>(() => ({
  theme: 'light',
  sound: true,
  voice: 'loud',
}));

/** Light, dark, high contrast, and round again. */
export function nextTheme(): void {
  const at = themes.indexOf(usePreferences.getState().theme);
  const theme = themes[(at + 1) % themes.length]!;
  document.documentElement.dataset.theme = theme;
  usePreferences.setState({ theme });
}

export const toggleSound = (): void => usePreferences.setState(({ sound }) => ({ sound: !sound }));
export const setVoice = (voice: Voice): void => usePreferences.setState({ voice });
