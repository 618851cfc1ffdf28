import { useMemo, useRef } from 'react';
import type { ParkedView } from '../../../shared/contract/paying.ts';
import type { CartView, HeldCart } from '../../../shared/contract/selling.ts';
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
  const lastHeld = useRef<CartView['id'] | null>(null);
  const fetch = (sale: WaitingSale) =>
    void ('parked' in sale ? bringBack({ intent: sale.parked.intent }) : recall({ cart: sale.held.cart }));
  return {
    sales,
    fetch,
    /** A cart goes aside now. */
    goesAside: (cart: CartView['id']) => {
      lastHeld.current = cart;
    },
    /**
     * Brings back the only sale that waits; false where none does, or several. The counter may be empty before the list
     * is told of what has gone aside; a hand that holds and recalls can be as fast.
     */
    fetchOnly: (heldCarts: number): boolean => {
      const [only] = sales;
      const untold = heldCarts > held.length ? lastHeld.current : null;
      if (untold === null && only && sales.length === 1) fetch(only);
      else if (untold !== null && sales.length === 0) void recall({ cart: untold });
      else return false;
      return true;
    },
  };
}
