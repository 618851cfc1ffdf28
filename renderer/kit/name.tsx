import { phrasesOf } from './phrases.ts';

/** Longer stretches than this may be broken anywhere: nothing of them is to stand outside its place. */
const wholeMax = 9;

/** The name of goods where it takes several lines, which end between two words. */
export const Name = ({ children }: { children: string }) =>
  phrasesOf(children).map((phrase, place) =>
    phrase.length > wholeMax || phrase.length === 1 ? (
      phrase
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never change places.
      <span key={place} className="whitespace-nowrap">
        {phrase}
      </span>
    ),
  );
