import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Formats, formatsFor } from '../../shared/i18n/format.ts';
import { type LanguageTag, type Messages, messagesOf } from '../../shared/i18n/index.ts';

/** `t` holds every sentence of the language, `format` writes amounts, quantities and times. */
export type Words = {
  readonly t: Messages;
  readonly format: Formats;
  readonly language: LanguageTag;
  /** ISO 4217. */
  readonly currency: string;
};

const WordsContext = createContext<Words>({
  t: messagesOf('zh-CN'),
  format: formatsFor('zh-CN', 'CNY'),
  language: 'zh-CN',
  currency: 'CNY',
});

/** Gives everything inside its language and currency. */
export function WordsProvider(props: { language: LanguageTag; currency: string; children: ReactNode }) {
  const { language, currency } = props;
  const words = useMemo(
    () => ({ t: messagesOf(language), format: formatsFor(language, currency), language, currency }),
    [language, currency],
  );
  return <WordsContext value={words}>{props.children}</WordsContext>;
}

/** The sentences and formats of the language that is on: `const { t, format } = useWords()`. */
export const useWords = (): Words => useContext(WordsContext);
