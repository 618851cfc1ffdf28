import { useMemo } from 'react';
import type { ParkedView } from '../../../shared/contract/paying.ts';
import type { HeldCart } from '../../../shared/contract/selling.ts';
import { useCommand, useLive, useLivePart } from '../../live/index.tsx';

/** A sale that went aside: with its payment under way, or simply held. */
export type WaitingSale = { readonly parked: ParkedView } | { readonly held: HeldCart };

const noneParked: readonly ParkedView[] = [];
const noneHeld: readonly HeldCart[] = [];

/** Every sale that went aside, those with a payment first, and the one word that brings each back. */
export function useWaiting() {
  const parked = useLivePart('paying.state', state => state.parked) ?? noneParked;
  const held = useLive('selling.held') ?? noneHeld;
  const bringBack = useCommand('paying.bringBack');
  const recall = useCommand('selling.recall');
  const sales = useMemo<readonly WaitingSale[]>(
    () => [...parked.map(each => ({ parked: each })), ...held.map(each => ({ held: each }))],
    [parked, held],
  );
  const fetch = (sale: WaitingSale) =>
    void ('parked' in sale ? bringBack({ intent: sale.parked.intent }) : recall({ cart: sale.held.cart }));
  return { sales, fetch };
}
