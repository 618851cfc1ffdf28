import type { Refusal, RefusalCode, Refusals } from '../contract/refusals.ts';
import { defaultKeys, type KeyMap } from '../domain/keys/key-map.ts';
import type { Cause, Suspect } from '../domain/shift/detective.ts';
import { en } from './en.ts';
import type { Formats } from './format.ts';
import { sectionsWithKeys } from './keys-in-words.ts';
import { type Messages, zhCN } from './zh-CN.ts';

export type { Messages } from './zh-CN.ts';

/** What happened, and what to do now: a refusal in plain words. */
export type Sentence = { readonly what: string; readonly todo: string };

/** One sentence for each thing a word can be refused with; a missing one is a type error in every language. */
export type RefusalSentences = {
  readonly [Code in RefusalCode]: (params: Refusals[Code], format: Formats) => Sentence;
};

/** One sentence for each thing that could explain a difference in the drawer. */
export type CauseSentences = {
  readonly [Each in Cause]: (
    hint: Pick<Suspect, 'about' | 'at' | 'by' | 'amount'>,
    format: Formats,
  ) => Sentence;
};

const tables = { 'zh-CN': zhCN, en } as const satisfies Record<string, Messages>;
export type LanguageTag = keyof typeof tables;

const withDefaultKeys = {
  'zh-CN': sectionsWithKeys<Messages>(zhCN, defaultKeys),
  en: sectionsWithKeys<Messages>(en, defaultKeys),
} as const satisfies Record<LanguageTag, Messages>;

/** Every sentence of a language, `messagesOf('en').selling.due`, with the keys of a till where it has other ones. */
export const messagesOf = (language: LanguageTag, keys: KeyMap = defaultKeys): Messages =>
  keys === defaultKeys ? withDefaultKeys[language] : sectionsWithKeys<Messages>(tables[language], keys);

/** The sentence for a refusal in the language of `messages`. */
export function explain(refusal: Refusal, messages: Messages, format: Formats): Sentence {
  const say = messages.refusals[refusal.code] as (params: Refusal['params'], format: Formats) => Sentence;
  return say(refusal.params, format);
}
