export { CloseShiftScreen } from './close-shift.tsx';
export { OpenShiftScreen } from './open-shift.tsx';
