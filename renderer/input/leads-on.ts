import { useLayoutEffect, useRef } from 'react';
import { holdForAWhile } from './keys.ts';

/**
 * For a word that brings another screen: what is pressed from then on is meant for that screen and waits for it, until
 * the one in sight is gone, the core has refused, or three seconds are over.
 */
export function useLeadsOn(): <T extends { readonly ok: boolean }>(said: Promise<T>) => Promise<T> {
  const letGo = useRef(() => {});
  useLayoutEffect(() => () => letGo.current(), []);
  return async said => {
    letGo.current();
    const release = holdForAWhile();
    letGo.current = release;
    const answer = await said;
    if (!answer.ok) release();
    return answer;
  };
}
