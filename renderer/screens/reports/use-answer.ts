import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { InputOf, OutputOf, QueryName } from '../../../shared/contract/words.ts';
import { useQuery } from '../../live/index.tsx';

export type Answered<T> = { readonly value: T | undefined; readonly refusal: Refusal | null };

/** What a question answers, asked again when it is another one. What was answered before stays in sight meanwhile. */
export function useAnswer<Name extends QueryName>(
  word: Name,
  input: InputOf<Name>,
): Answered<OutputOf<Name>> {
  const ask = useQuery(word);
  const [answered, setAnswered] = useState<Answered<OutputOf<Name>>>({ value: undefined, refusal: null });
  const key = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the input by value.
  useEffect(() => {
    let gone = false;
    void ask(input).then(answer => {
      if (gone) return;
      setAnswered(
        answer.ok ? { value: answer.value, refusal: null } : { value: undefined, refusal: answer.refusal },
      );
    });
    return () => {
      gone = true;
    };
  }, [ask, key]);
  return answered;
}
