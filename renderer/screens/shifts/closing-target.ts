import { useEffect } from 'react';
import { create } from 'zustand';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { goTo } from '../../app/navigation.ts';

const useTarget = create<{ shift: ShiftId | null }>(() => ({ shift: null }));

/** Goes to the closing screen for a shift that does not sell: one whose box was set aside. */
export function closeOther(shift: ShiftId): void {
  useTarget.setState({ shift });
  goTo('close-shift');
}

/** The shift that was asked for, until the closing screen is left; null for the one that sells. */
export function useClosingTarget(): ShiftId | null {
  useEffect(() => () => useTarget.setState({ shift: null }), []);
  return useTarget(state => state.shift);
}
