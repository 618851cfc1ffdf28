export { HomeChip } from './home-chip.tsx';
