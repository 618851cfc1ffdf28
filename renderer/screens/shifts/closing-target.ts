import { create } from 'zustand';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { goTo } from '../../app/navigation.ts';

const useTarget = create<{ shift: ShiftId | null }>(() => ({ shift: null }));

/** Goes to the closing screen for a shift that does not sell: one whose box was set aside. */
export function closeOther(shift: ShiftId): void {
  useTarget.setState({ shift });
  goTo('close-shift');
}

/** The shift that was asked for, once; the next close is of the shift that sells again. */
export function takeTarget(): ShiftId | null {
  const { shift } = useTarget.getState();
  useTarget.setState({ shift: null });
  return shift;
}
