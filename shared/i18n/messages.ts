import { defaultKeys, type KeyMap } from '../domain/keys/key-map.ts';
import { en } from './en.ts';
import type { LanguageTag, Messages } from './index.ts';
import { sectionsWithKeys } from './keys-in-words.ts';
import { zhCN } from './zh-CN.ts';

const tables = { 'zh-CN': zhCN, en } as const satisfies Record<LanguageTag, Messages>;

const withDefaultKeys = {
  'zh-CN': sectionsWithKeys<Messages>(zhCN, defaultKeys),
  en: sectionsWithKeys<Messages>(en, defaultKeys),
} as const satisfies Record<LanguageTag, Messages>;

/**
 * Every sentence of a language, `messagesOf('en').selling.due`, with the keys of a till where it has other ones. Whoever
 * asks has all languages with it; the page has them one by one (`renderer/kit/languages.ts`).
 */
export const messagesOf = (language: LanguageTag, keys: KeyMap = defaultKeys): Messages =>
  keys === defaultKeys ? withDefaultKeys[language] : sectionsWithKeys<Messages>(tables[language], keys);
