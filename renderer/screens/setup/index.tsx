export { FirstRunScreen } from './first-run.tsx';
