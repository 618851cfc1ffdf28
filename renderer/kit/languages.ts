import { create } from 'zustand';
import type { LanguageTag, Messages } from '../../shared/i18n/index.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { PieceMissing } from './piece-missing.ts';

/** Chinese comes with the page; another language is a piece of its own, as large, for the shops that speak it. */
const fetchers: Readonly<Partial<Record<LanguageTag, () => Promise<Messages>>>> = {
  en: () => import('../../shared/i18n/en.ts').then(({ en }) => en),
};

type Fetched = {
  readonly tables: Readonly<Partial<Record<LanguageTag, Messages>>>;
  readonly failed: boolean;
};
const useFetched = create<Fetched>(() => ({ tables: { 'zh-CN': zhCN }, failed: false }));

/** Fetches the words of a language, unless they are there; never rejects (see `useLanguageThere`). */
export async function fetchLanguage(language: LanguageTag): Promise<void> {
  if (useFetched.getState().tables[language]) return;
  try {
    const table = await fetchers[language]!();
    useFetched.setState(({ tables }) => ({ tables: { ...tables, [language]: table } }));
  } catch (error) {
    console.error('language not fetched', language, error);
    useFetched.setState({ failed: true });
  }
}

/** The words of a language; undefined until they have been fetched. */
export const useTable = (language: LanguageTag): Messages | undefined =>
  useFetched(({ tables }) => tables[language]);

/** Throws where a language could not be fetched, so that whoever draws around says so. */
export function useLanguageThere(): void {
  if (useFetched(({ failed }) => failed)) throw new PieceMissing('language');
}
