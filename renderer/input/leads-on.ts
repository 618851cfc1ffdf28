import { useLayoutEffect, useRef } from 'react';
import { holdKeys } from './keys.ts';

/** Longer than any answer takes; a till whose wire is cut must not keep the keys of whoever stands before it. */
const longestMs = 3_000;

/**
 * For a word that brings another screen: what is pressed from then on is meant for that screen and waits for it, until
 * the one in sight is gone, the core has refused, or three seconds are over.
 */
export function useLeadsOn(): <T extends { readonly ok: boolean }>(said: Promise<T>) => Promise<T> {
  const letGo = useRef(() => {});
  useLayoutEffect(() => () => letGo.current(), []);
  return async said => {
    letGo.current();
    const release = holdKeys();
    letGo.current = release;
    setTimeout(release, longestMs);
    const answer = await said;
    if (!answer.ok) release();
    return answer;
  };
}
