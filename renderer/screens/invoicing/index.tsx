export { InvoicesScreen } from './invoices.tsx';
export { InvoiceRequestScreen } from './request.tsx';
