import { create } from 'zustand';
import type { LanguageTag, Messages } from '../../shared/i18n/index.ts';
import { firstZhCN } from '../../shared/i18n/zh-CN-first.ts';
import { PieceMissing } from './piece-missing.ts';

/**
 * The page begins with those of the Chinese words that it says by then, and has the others before anything else can
 * happen in it (see `firstZhCN`).
 */
export const firstTable = firstZhCN as Messages;

/** Another language is a piece of its own, as large, for the shops that speak it. */
const fetchers: Readonly<Partial<Record<LanguageTag, () => Promise<Messages>>>> = {
  en: () => import('../../shared/i18n/en.ts').then(({ en }) => en),
};

type Fetched = {
  readonly tables: Readonly<Partial<Record<LanguageTag, Messages>>>;
  readonly failed: boolean;
};
const useFetched = create<Fetched>(() => ({ tables: { 'zh-CN': firstTable }, failed: false }));

/** Says `table` from now on, in its language. */
export const haveWords = (language: LanguageTag, table: Messages): void =>
  useFetched.setState(({ tables }) => ({ tables: { ...tables, [language]: table } }));

/** Fetches the words of a language, unless they are there; never rejects (see `useLanguageThere`). */
export async function fetchLanguage(language: LanguageTag): Promise<void> {
  if (useFetched.getState().tables[language]) return;
  try {
    haveWords(language, await fetchers[language]!());
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
