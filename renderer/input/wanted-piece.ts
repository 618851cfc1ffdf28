import { useEffect, useLayoutEffect } from 'react';
import type { Piece } from '../kit/piece.ts';
import { PieceMissing } from '../kit/piece-missing.ts';
import { holdKeys } from './keys.ts';

/**
 * A piece of the page that is needed now if it is `wanted`: keys that are pressed until it is there wait for it. Null
 * until then; throws `PieceMissing` where it will never come.
 */
export function useWanted<T>(piece: Piece<T>, wanted: boolean): T | null {
  const { there, failed } = piece.use();
  const isFetching = wanted && !there && !failed;
  useEffect(() => {
    if (isFetching) void piece.fetch();
  }, [piece, isFetching]);
  useLayoutEffect(() => (isFetching ? holdKeys() : undefined), [isFetching]);
  if (wanted && failed) throw new PieceMissing(piece.name);
  return there;
}
