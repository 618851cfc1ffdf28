import { key } from '../keys-in-words.ts';
import type { screenHelp as shape } from '../zh-CN/screen-help.ts';

export const screenHelp: typeof shape = {
  'sign-in': [
    ['digits', 'Choose yourself, enter the PIN, press Enter'],
    ['badge', 'Scan it: signs in at once, and the sale is kept'],
    ['PIN forgotten', 'The owner sets it anew in the settings, or runs evertill set-pin'],
  ],
  more: [
    ['digits', 'Open one of the lit group'],
    [key('more'), 'The other group: managing, or at the till'],
    ['Esc', 'Back to selling'],
    ['Practise', `a till for trying things out; ${key('end-practice')} ends it, nothing of it is recorded`],
  ],
  receipts: [
    ['↑ ↓', 'Choose one; a recent print is shown at the right'],
    ['← →', 'To the other list'],
    ['Enter', 'Reprints; prints what failed; asks about one that is in doubt'],
    [key('invoice'), 'An invoice for this sale'],
  ],
  refunding: [
    ['scan', 'The receipt finds its sale; or type the last digits of its number'],
    [`${key('choice-1')} · ${key('choice-2')}`, 'By amount · by date'],
    [`← →  ${key('choice-1')}`, 'This line comes back, or stays · all of them'],
    [`${key('quantity')} · ${key('choice-3')}`, 'How many · written off, not sold again'],
    ['Enter Enter', 'See how much goes back and where to, then confirm'],
    [key('swap'), 'While confirming: exchange, it pays for the next sale'],
  ],
  catalog: [
    ['drop', 'A price list (Excel, CSV, TXT); encoding and separators are detected automatically'],
    [
      'look first',
      'See what is added, goes up, goes down or is skipped before it goes live; the largest changes come first',
    ],
    ['undo', 'Brings back the previous price list, until the next import'],
    ['one price', 'Now or at a set time; a file does it with a column "effective from", or as a whole'],
    ['scheduled', 'Prices change automatically, even if the till was off; until then they can be withdrawn'],
    ['added', 'Items that were added at the counter, to look at or remove'],
    [
      'case codes',
      'Columns case code and case quantity: its scan is that many pieces, or a pack at the case price',
    ],
    ['skipped', 'Save those lines with their reasons, correct them, import again'],
  ],
  syncing: [
    ['what for', 'What has not been uploaded, and why; selling goes on'],
    ['set aside', 'The gateway has it, but somebody has to look; nothing is lost'],
  ],
  desk: [
    ['what for', 'Payments unknown, too much or unverified, settled one by one'],
    ['↑ ↓', 'Choose one; at the right is what is known'],
    ['digits', 'Do one thing: check, accept, refund, verify, note'],
    ['30 minutes', 'Then it turns red; nothing goes away by itself'],
  ],
  invoice: [
    [key('swap'), 'Company or person'],
    ['Enter', 'Request it; title and tax number stay on this machine'],
    [key('remove'), 'Withdraw a request that has not been issued'],
  ],
  invoices: [
    ['PgUp PgDn', 'Another status: requested, to reverse, issued, reversed'],
    ['Type', 'Find: receipt, title, tax number, invoice number'],
    [key('choice-1'), 'Older ones, fifty at a time; then the newest again'],
    ['Enter', 'Enter the number of the invoice, or of the red one'],
    [key('export'), 'Export pending invoices, for the invoicing service'],
  ],
  audit: [
    ['0–9', 'One kind only: sales, sign-ins, approvals, drawer…'],
    [key('search'), 'Find: receipt, reason, goods'],
    ['↑ ↓', 'Choose a row; at the right is all of it'],
    [key('export'), 'Export, with progress'],
  ],
  reports: [
    [`${key('choice-1')} · ${key('choice-2')} · ${key('choice-3')}`, 'Day · losses · receipts'],
    ['← →', 'Previous day · next day'],
    [key('swap'), 'Chart or table'],
    [`${key('print')} · ${key('export')} · ${key('workbook')}`, 'Print · save as CSV · save as workbook'],
    ['scan', 'A receipt finds its sale in the list'],
  ],
  settings: [
    ['PgUp PgDn', 'Another section'],
    ['Enter', 'Save this section'],
    ['who may', "Shop, devices and channels are the owner's; others may look"],
  ],
  'getting-started': [
    ['Digits', 'do this one; all of them can wait'],
    ['✓ ○', 'done · not yet, as the till itself sees it'],
    ['Enter', `start selling; this list stays under ${key('more')}, Shop status`],
  ],
  'first-run': [
    ['Enter', 'On; all of it can be changed later in the settings'],
    ['demo', 'Try a demo shop first: no real sales'],
  ],
};
