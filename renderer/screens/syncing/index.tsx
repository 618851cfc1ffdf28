export { SyncingScreen } from './syncing-screen.tsx';
