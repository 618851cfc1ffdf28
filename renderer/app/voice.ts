import type { Voice } from '../../shared/domain/looks.ts';
import type { Minor } from '../../shared/domain/money.ts';
import { spokenAmount } from '../../shared/i18n/spoken.ts';
import type { Words } from '../kit/words.tsx';
import { usePreferences } from './preferences.ts';

const volumes: Readonly<Record<Exclude<Voice, 'silent'>, number>> = { loud: 1, soft: 0.4 };

/**
 * Says what is owed, in the moment in which the amount is frozen: the sum a code pays. Whether it will be cash, which
 * the shop may round, is not known yet, and two sums aloud are one too many; the screens show both.
 */
export const sayDue = (amount: Minor, words: Words): void =>
  say(words.t.payments.voice.due(spoken(amount, words)), words);

/** Says that money has arrived. Nothing else about a payment is ever said aloud, so that a voice means paid. */
export const sayPaid = (amount: Minor, words: Words): void =>
  say(words.t.payments.voice.paid(spoken(amount, words)), words);

const spoken = (amount: Minor, { language, currency }: Words): string =>
  spokenAmount(amount, language, currency);

/** The newest sentence counts. A machine without a voice for the language stays silent; the screen says it all. */
function say(text: string, { language }: Words): void {
  const { voice } = usePreferences.getState();
  if (voice === 'silent' || !('speechSynthesis' in window)) return;
  const spokenHere = ({ lang }: SpeechSynthesisVoice) => lang.slice(0, 2) === language.slice(0, 2);
  if (!speechSynthesis.getVoices().some(spokenHere)) return;
  const sentence = new SpeechSynthesisUtterance(text);
  sentence.lang = language;
  sentence.volume = volumes[voice];
  speechSynthesis.cancel();
  speechSynthesis.speak(sentence);
}
