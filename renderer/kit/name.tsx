import { useSyncExternalStore } from 'react';
import { hasPhrases, onPhrases, phrasesOf } from './phrases.ts';

/** Longer stretches than this may be broken anywhere: nothing of them is to stand outside its place. */
const wholeMax = 9;

/** The name of goods where it takes several lines, which end between two words as soon as words are known. */
export function Name({ children }: { children: string }) {
  const isOpen = useSyncExternalStore(onPhrases, hasPhrases);
  if (!isOpen) return children;
  return phrasesOf(children).map((phrase, place) =>
    phrase.length > wholeMax || phrase.length === 1 ? (
      phrase
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never change places.
      <span key={place} className="whitespace-nowrap">
        {phrase}
      </span>
    ),
  );
}
