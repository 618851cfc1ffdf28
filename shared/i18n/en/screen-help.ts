import type { screenHelp as shape } from '../zh-CN/screen-help.ts';

export const screenHelp: typeof shape = {
  'sign-in': [
    ['digits', 'Choose yourself, enter the PIN, press Enter'],
    ['badge', 'Scan it: signs in at once, and the cart stays'],
    ['PIN forgotten', 'The owner sets it anew in the settings, or runs evertill set-pin'],
  ],
  more: [
    ['digits', 'Open one of the lit group'],
    ['F10', 'The other group: managing, or at the till'],
    ['Esc', 'Back to selling'],
    ['Practise', 'a till for trying things out; Ctrl F10 ends it, nothing of it is recorded'],
  ],
  receipts: [
    ['↑ ↓', 'Choose a receipt, refund slip or print; at the right is what it looks like'],
    ['← →', 'To the prints, and back'],
    ['Enter', 'Print again; for a print in doubt, say whether it came out'],
    ['F7', 'An invoice for this sale'],
  ],
  refunding: [
    ['scan', 'The receipt finds its sale; or type the last digits of its number'],
    ['F5 · F6', 'By its sum · by its day'],
    ['← →  F4', 'Pick the lines that come back · all of them'],
    ['F3 · F8', 'How many · written off, not sold again'],
    ['Enter Enter', 'See how much goes back and where to, then confirm'],
    ['F9', 'While confirming: exchange, it pays for the next sale'],
  ],
  catalog: [
    ['drop', 'A price list (CSV, TXT); encoding and delimiter are found out'],
    ['look first', 'See what is added, changed and turned away before it goes live'],
    ['turned away', 'Save those rows with their reasons, mend them, import again'],
  ],
  syncing: [
    ['what for', 'What has not been uploaded, and why; selling goes on'],
    ['set aside', 'The gateway has it, but somebody has to look; nothing is lost'],
  ],
  desk: [
    ['what for', 'Payments unknown, too much or unverified, settled one by one'],
    ['↑ ↓', 'Choose one; at the right is what is known'],
    ['digits', 'Do one thing: look up, accept, refund, verify, note'],
    ['30 minutes', 'Then it turns red; nothing goes away by itself'],
  ],
  invoice: [
    ['F8', 'Company or person'],
    ['Enter', 'Ask for it; title and tax number stay on this machine'],
    ['Del', 'Take back what has not been issued'],
  ],
  invoices: [
    ['PgUp PgDn', 'Another state: requested, to take back, issued, taken back'],
    ['F3', 'Find: receipt, title, tax number, invoice number'],
    ['Enter', 'Enter the number of the invoice, or of the red one'],
    ['F8', 'Export what is to be issued, for the invoicing service'],
  ],
  audit: [
    ['0–9', 'One kind only: sales, sign-ins, approvals, drawer…'],
    ['F3', 'Find: receipt, reason, goods'],
    ['↑ ↓', 'Choose a row; at the right is all of it'],
    ['F8', 'Export, with progress'],
  ],
  reports: [
    ['F2 · F3 · F4', 'Day · losses · tickets'],
    ['← →', 'The day before · after'],
    ['F5', 'Picture or table'],
    ['F9 · F11 · F12', 'Print · save as CSV · save as workbook'],
    ['scan', 'A receipt finds its ticket in the list'],
  ],
  settings: [
    ['PgUp PgDn', 'Another page'],
    ['Enter', 'Save this page'],
    ['who may', 'Shop, devices and channels are the owner’s; others may look'],
  ],
  'first-run': [
    ['Enter', 'On; all of it can be changed later in the settings'],
    ['demo', 'Try a demo shop first: nothing counts'],
  ],
};
