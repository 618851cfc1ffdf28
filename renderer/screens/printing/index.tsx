export { PaperPanel } from './paper-panel.tsx';
export { ReceiptsScreen } from './receipts.tsx';
