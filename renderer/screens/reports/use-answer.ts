import { useEffect, useState } from 'react';
import type { InputOf, OutputOf, QueryName } from '../../../shared/contract/words.ts';
import { useQuery } from '../../live/index.tsx';
import { useRefused } from './use-refused.ts';

/** What a question answers, asked again when it is another one. What was answered before stays in sight meanwhile. */
export function useAnswer<Name extends QueryName>(
  word: Name,
  input: InputOf<Name>,
): OutputOf<Name> | undefined {
  const ask = useQuery(word);
  const refused = useRefused();
  const [value, setValue] = useState<OutputOf<Name>>();
  const key = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the input by value.
  useEffect(() => {
    let gone = false;
    void ask(input).then(answer => {
      if (gone) return;
      if (answer.ok) setValue(() => answer.value);
      else refused(answer.refusal);
    });
    return () => {
      gone = true;
    };
  }, [ask, refused, key]);
  return value;
}
