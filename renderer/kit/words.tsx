import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { AnyAct } from '../../shared/domain/keys/acts.ts';
import { capOf, defaultKeys, type KeyMap, keyOf } from '../../shared/domain/keys/key-map.ts';
import { type Formats, formatsOn } from '../../shared/i18n/format.ts';
import { type LanguageTag, type Messages, messagesOf } from '../../shared/i18n/index.ts';
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

const wordsOf = (language: LanguageTag, currency: string, keys: KeyMap): Words => ({
  t: messagesOf(language, keys),
  format: formatsOn(localClock, language, currency),
  language,
  currency,
  cap: act => capOf(keyOf(act, keys)),
});

const WordsContext = createContext<Words>(wordsOf('zh-CN', 'CNY', defaultKeys));

/** Gives everything inside its language, its currency and the names of its keys. */
export function WordsProvider(props: {
  language: LanguageTag;
  currency: string;
  keys?: KeyMap;
  children: ReactNode;
}) {
  const { language, currency, keys = defaultKeys } = props;
  const words = useMemo(() => wordsOf(language, currency, keys), [language, currency, keys]);
  return <WordsContext value={words}>{props.children}</WordsContext>;
}

/** The sentences and formats of the language that is on: `const { t, format } = useWords()`. */
export const useWords = (): Words => useContext(WordsContext);
