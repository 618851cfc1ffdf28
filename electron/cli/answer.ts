import type { Refusal } from '../../shared/contract/refusals.ts';
import type { CliFaultCode, CliFaults, CliWords } from '../../shared/i18n/cli.ts';
import type { Formats } from '../../shared/i18n/format.ts';
import { explain, type LanguageTag, type Messages, type Sentence } from '../../shared/i18n/index.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import { type No, no, type Result } from '../../shared/lib/result.ts';
import type { OpenTill } from './open-till.ts';

/** What a word came to. `good` false: it was done, and what was found is not in order (exit 1). */
export type Report = { readonly good: boolean; readonly json: unknown; readonly lines: readonly string[] };

/** A fault of the command line itself, or a refusal of the till. */
export type Fault =
  | { [Code in CliFaultCode]: { readonly code: Code; readonly params: CliFaults[Code] } }[CliFaultCode]
  | Refusal;
export type Outcome = Result<Report, Fault>;

/** What a word works with. */
export type Desk = {
  readonly data: string;
  readonly json: boolean;
  readonly language: LanguageTag;
  readonly words: CliWords;
  readonly messages: Messages;
  readonly formats: Formats;
  /** Standard output; resolves when there is room for more. */
  readonly write: (text: string) => Promise<void>;
  /** Standard error, for people who wait. */
  readonly progress: (text: string) => void;
};
export type TillDesk = Desk & { readonly till: OpenTill };

export const fault = <Code extends CliFaultCode>(code: Code, params: CliFaults[Code]): No<Fault> =>
  no({ code, params } as Fault);

/** The sentence for a fault, whoever found it. */
export function sentenceOf(
  found: Fault,
  { words, messages, formats }: Pick<Desk, 'words' | 'messages' | 'formats'>,
): Sentence {
  if (Object.hasOwn(words.faults, found.code)) {
    const say = words.faults[found.code as CliFaultCode] as (params: unknown) => Sentence;
    return say(found.params);
  }
  return explain(found as Refusal, messages, formats);
}

/** A fault as `--json` tells it. */
export const faultJson = (found: Fault, sentence: Sentence): Json => ({
  error: { code: found.code, params: found.params as Json, ...sentence },
});

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
