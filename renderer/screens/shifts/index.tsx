export { CashScreen } from './cash-screen.tsx';
export { CloseShiftScreen } from './close-shift.tsx';
export { OpenShiftScreen } from './open-shift.tsx';
export { ShiftArchiveScreen } from './shift-archive.tsx';
