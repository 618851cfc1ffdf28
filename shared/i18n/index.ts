import type { Refusal, RefusalCode, Refusals } from '../contract/refusals.ts';
import type { Language } from '../contract/setup.ts';
import type { Cause, Suspect } from '../domain/shift/detective.ts';
import type { Formats } from './format.ts';
import type { Messages } from './zh-CN.ts';

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

export type LanguageTag = Language;

/** The sentence for a refusal in the language of `messages`. */
export function explain(refusal: Refusal, messages: Messages, format: Formats): Sentence {
  const say = messages.refusals[refusal.code] as (params: Refusal['params'], format: Formats) => Sentence;
  return say(refusal.params, format);
}
