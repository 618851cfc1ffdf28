import { create } from 'zustand';
import type { ShiftTotals } from '../../../shared/contract/shifts.ts';

/**
 * The shift that has just been closed, until somebody goes on. The till leaves the closing screen in the
 * moment there is no shift any more, so what came of it has to outlive that screen.
 */
export const useClosed = create<{ totals: ShiftTotals | null }>(() => ({ totals: null }));

export const showClosed = (totals: ShiftTotals | null): void => useClosed.setState({ totals });
