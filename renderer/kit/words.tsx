import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { AnyAct } from '../../shared/domain/keys/acts.ts';
import { defaultKeys, type KeyMap, keyOf, sayKey } from '../../shared/domain/keys/key-map.ts';
import { type Formats, formatsOn } from '../../shared/i18n/format.ts';
import type { LanguageTag, Messages } from '../../shared/i18n/index.ts';
import { sectionsWithKeys } from '../../shared/i18n/keys-in-words.ts';
import { fetchLanguage, firstTable, useTable } from './languages.ts';
import { localClock } from './local-clock.ts';

/**
 * `t` holds every sentence of the language, `format` writes amounts, quantities and times, `cap` what stands
 * on the key that an act has at this till.
 */
export type Words = {
  readonly t: Messages;
  readonly format: Formats;
  readonly language: LanguageTag;
  /** ISO 4217. */
  readonly currency: string;
  readonly cap: (act: AnyAct) => string;
};

const wordsOf = (table: Messages, language: LanguageTag, currency: string, keys: KeyMap): Words => ({
  t: sectionsWithKeys(table, keys),
  format: formatsOn(localClock, language, currency),
  language,
  currency,
  cap: act => sayKey(keyOf(act, keys)),
});

const WordsContext = createContext<Words>(wordsOf(firstTable, 'zh-CN', 'CNY', defaultKeys));

/** Gives everything inside its language, its currency and the names of its keys; the language that was there before until a new one is fetched. */
export function WordsProvider(props: {
  language: LanguageTag;
  currency: string;
  keys?: KeyMap;
  children: ReactNode;
}) {
  const { currency, keys = defaultKeys } = props;
  const { language, table } = useSpoken(props.language);
  const words = useMemo(() => wordsOf(table, language, currency, keys), [table, language, currency, keys]);
  return <WordsContext value={words}>{props.children}</WordsContext>;
}

type Spoken = { readonly language: LanguageTag; readonly table: Messages };
const firstSpoken: Spoken = { language: 'zh-CN', table: firstTable };

function useSpoken(language: LanguageTag): Spoken {
  const last = useRef(firstSpoken);
  const table = useTable(language);
  useEffect(() => {
    if (!table) void fetchLanguage(language);
  }, [language, table]);
  if (table) last.current = { language, table };
  return last.current;
}

/** The sentences and formats of the language that is on: `const { t, format } = useWords()`. */
export const useWords = (): Words => useContext(WordsContext);
