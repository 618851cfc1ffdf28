/** The colours of the till: by day, at an evening stall, for weak eyes. */
export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** How loud the till speaks. */
export const voices = ['loud', 'soft', 'silent'] as const;
export type Voice = (typeof voices)[number];

/** How a till looks and sounds. */
export type Looks = { readonly theme: Theme; readonly sound: boolean; readonly voice: Voice };
export const firstLooks: Looks = { theme: 'light', sound: true, voice: 'loud' };

/** Light, dark, high contrast, and round again. */
export const themeAfter = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length]!;
