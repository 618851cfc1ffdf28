import type { GoodsTile } from '../../../shared/contract/selling.ts';

/**
 * Tiles as they are now, each where the hand has learnt it: whatever was shown before keeps its place, what is
 * new takes the places of what has gone, then follows at the end.
 */
export function keepPlaces(before: readonly GoodsTile[], now: readonly GoodsTile[]): readonly GoodsTile[] {
  const current = new Map(now.map(tile => [tile.item, tile]));
  const known = new Set(before.map(tile => tile.item));
  const fresh = now.filter(tile => !known.has(tile.item));
  const kept = before.map(tile => current.get(tile.item) ?? fresh.shift()).filter(tile => tile !== undefined);
  return [...kept, ...fresh];
}
