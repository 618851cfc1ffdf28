import type { InvoiceState } from '../../domain/invoice/invoice.ts';
import type { TaxNumberFault } from '../../domain/invoice/tax-number.ts';
import { sayKey } from '../../domain/keys/key-map.ts';
import { minor } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import type { RefusalSentences, Sentence } from '../index.ts';
import { key } from '../keys-in-words.ts';
import { backups } from './backups.ts';
import { catalog } from './catalog.ts';
import { common } from './common.ts';
import { keys } from './keys.ts';

const permissionName = (permission: string): string =>
  (common.permissions as Readonly<Record<string, string>>)[permission] ?? permission;

const settingProblems: Readonly<Record<string, string>> = {
  missing: 'is missing',
  unreadable: 'cannot be read',
  'not-secure': 'must begin with https://',
};
const invoiceNotSo: Readonly<Record<InvoiceState, Sentence>> = {
  none: { what: 'No invoice was requested for this sale', todo: 'Request it first.' },
  requested: {
    what: 'The invoice of this sale has been requested',
    todo: 'No need to request it again; to correct it, withdraw it first.',
  },
  withdrawn: {
    what: 'The request for this invoice was withdrawn',
    todo: 'If it is wanted, request it again.',
  },
  issued: {
    what: 'The invoice of this sale has been issued',
    todo: 'To change it, a manager has it reversed by a red invoice; then request it again.',
  },
  'needs-red': {
    what: 'The invoice of this sale has to be reversed first',
    todo: 'A manager issues a red invoice at the service and notes its number here.',
  },
  red: { what: 'The invoice of this sale was reversed', todo: 'If one is wanted, request it again.' },
};
const taxNumberFaults: Readonly<Record<TaxNumberFault, Sentence>> = {
  missing: {
    what: "A company's invoice needs a tax number",
    todo: 'Ask for it; for a person choose "Person".',
  },
  shape: {
    what: 'This is not the shape of a tax number',
    todo: 'A unified code has 18 characters and none of the letters I, O, S, V, Z.',
  },
  'check-digit': {
    what: 'The check digit of this tax number is wrong',
    todo: 'One character is probably wrong; compare them one by one.',
  },
};

export const refusals: RefusalSentences = {
  'bad-input': ({ field }) => ({ what: `"${field}" is not right`, todo: 'Correct it and try again.' }),
  'unknown-word': () => ({
    what: 'This step is not supported yet',
    todo: 'Bring all parts to the same version and try again.',
  }),
  'not-signed-in': () => ({ what: 'Nobody is signed in', todo: 'Sign in first.' }),
  'only-watches': () => ({
    what: "The customer's screen can only show, not do anything",
    todo: "Please do it in the till's own window.",
  }),
  'not-a-picture': () => ({
    what: 'This file is not a whole picture',
    todo: 'Please choose another PNG, JPEG or WebP. The pictures there are have not been touched.',
  }),
  'slides-full': ({ most }) => ({
    what: `There is room for ${most} pictures`,
    todo: 'Please remove one first.',
  }),
  'not-allowed': ({ permission }) => ({
    what: `You are not allowed to do this: ${permissionName(permission)}`,
    todo: 'Let somebody who has it sign in.',
  }),
  'needs-approval': ({ permission }) => ({
    what: `A manager must approve: ${permissionName(permission)}`,
    todo: 'Ask a manager to enter the PIN at this till.',
  }),
  'approval-not-valid': () => ({
    what: 'That approval has run out or has been used',
    todo: 'Ask the manager to enter the PIN again.',
  }),
  'pin-wrong': ({ triesLeft }) => ({
    what: 'Wrong PIN',
    todo: `Enter it again; ${triesLeft} ${triesLeft === 1 ? 'try is' : 'tries are'} left.`,
  }),
  'pin-locked': ({ seconds }) => ({
    what: 'Too many wrong PINs; locked',
    todo: `Wait ${seconds} seconds and try again.`,
  }),
  'pin-lost': () => ({
    what: "This PIN can't be checked: its key is lost",
    todo: 'The owner has to run evertill set-pin.',
  }),
  'pin-too-easy': () => ({
    what: 'This PIN is too easy to guess',
    todo: 'Choose one that is not like 1234 or 0000.',
  }),
  'staff-blocked': ({ name }) => ({
    what: `${name} is blocked`,
    todo: 'Let somebody else sign in; a manager can lift it in the settings.',
  }),
  'staff-forgotten': () => ({
    what: "This person's data has been erased",
    todo: 'Add them anew to let them work here.',
  }),
  'last-owner': () => ({ what: 'This is the last owner', todo: 'Make somebody else an owner first.' }),
  'badge-unknown': ({ triesLeft }) => ({
    what: "This badge is nobody's",
    todo: `Use your PIN, or scan again; ${triesLeft} tries left.`,
  }),
  'badge-taken': ({ name }) => ({
    what: `This badge is ${name}'s`,
    todo: 'Take another one, or take that one back first.',
  }),
  'badge-unfit': () => ({
    what: "This code can't be a badge",
    todo: 'Take one of 8 characters or more that is neither goods nor a payment code.',
  }),
  'badge-not-enough': () => ({
    what: 'The owner signs in with two steps; a badge is not enough',
    todo: 'Enter the PIN, then the code on the phone.',
  }),
  'code-needed': () => ({
    what: 'The code on the phone is needed too',
    todo: 'Open the authenticator and enter its 6 digits.',
  }),
  'code-wrong': ({ triesLeft }) => ({
    what: 'Wrong code',
    todo:
      triesLeft === null
        ? "Enter the newest 6 digits; if they never work, check the till's clock."
        : `Enter the newest 6 digits; ${triesLeft} tries left. If they never work, check the till's clock.`,
  }),
  'code-used': () => ({
    what: 'This code has been used',
    todo: 'Wait for the next one on the phone, half a minute at most.',
  }),
  'code-lost': () => ({
    what: "Codes can't be checked: their key is lost",
    todo: 'Run evertill set-pin on this machine, then set the phone up again.',
  }),
  'codes-not-set-up': () => ({
    what: 'No phone has been set up',
    todo: 'Sign in as that person and set it up under Settings, Staff.',
  }),
  'already-set-up': () => ({ what: 'This till is set up already', todo: 'Just sign in.' }),
  'key-taken': ({ key: pressed, act }) => ({
    what: `${sayKey(pressed)} is "${keys.acts[act]}" already`,
    todo: 'Press another key; or give that one another key first; or let the two change keys.',
  }),
  'key-unfit': ({ key: pressed, unfit }) => ({
    what: `${sayKey(pressed)} can't be used`,
    todo: keys.unfit[unfit],
  }),
  'role-above-own': () => ({
    what: 'Nobody can hire above their own role',
    todo: 'Ask the owner to add this person.',
  }),
  'name-taken': ({ name }) => ({ what: `"${name}" is taken`, todo: 'Choose another name.' }),
  'no-shift': () => ({ what: 'No shift is open', todo: 'Open a shift, then sell.' }),
  'shift-already-open': () => ({
    what: 'A shift is open already',
    todo: 'Go on selling, or end it first.',
  }),
  'shift-has-open-cart': ({ pieces }) => ({
    what: `One sale is not finished (${pieces} ${pieces === 1 ? 'piece' : 'pieces'})`,
    todo: 'Take the money, hold it or void it, then end the shift.',
  }),
  'no-such-shift': () => ({
    what: 'There is no such shift',
    todo: 'It may have ended by now: look at the list of shifts.',
  }),
  'no-such-drawer': () => ({
    what: 'There is no such drawer',
    todo: 'Choose another one, or ask the owner to add it in the settings.',
  }),
  'drawer-twice': () => ({
    what: 'Two drawers have the same code',
    todo: 'Give each drawer a code of its own.',
  }),
  'drawer-in-use': () => ({
    what: 'This drawer still has an open shift',
    todo: 'End the shift first, then remove the drawer.',
  }),
  'clock-behind': ({ now, last }, format) => ({
    what: `This till's clock says ${format.date(now)} ${format.time(now)}, which is before its last record (${format.date(last)} ${format.time(last)})`,
    todo: 'Set the clock right first. If it is right, choose "The clock is right, open the shift".',
  }),
  'no-such-face': ({ face }, format) => ({
    what: `There is no coin or note of ${format.amount(minor(face))}`,
    todo: 'Fill in only what is listed.',
  }),
  'count-not-whole': ({ face }, format) => ({
    what: `The number of ${format.amount(minor(face))} can't be right`,
    todo: 'Enter 0 or a larger whole number.',
  }),
  'count-too-large': ({ face }, format) => ({
    what: face > 0 ? `Too many of ${format.amount(minor(face))}` : 'That is more than a drawer holds',
    todo: 'Look for a digit too many, and count again.',
  }),
  'count-does-not-add-up': ({ sum, worth }, format) => ({
    what: `The pieces come to ${format.amount(minor(worth))}, the total says ${format.amount(minor(sum))}`,
    todo: 'Please count again.',
  }),
  'nothing-to-move': () => ({ what: 'The amount is 0', todo: 'Enter an amount.' }),
  'drawer-lacks-cash': () => ({
    what: 'There is not that much cash in the drawer',
    todo: 'Check the amount and enter it again.',
  }),
  'count-frozen': () => ({
    what: 'This shift has been counted, and the count stands',
    todo: 'Go on and end the shift; the manager looks into a difference.',
  }),
  'not-counted-yet': () => ({
    what: 'The drawer has not been counted',
    todo: 'Count it, then end the shift.',
  }),
  'recount-first': () => ({
    what: 'One more count is needed',
    todo: 'Count all the cash in the drawer once more.',
  }),
  'needs-second-person': () => ({
    what: 'Somebody else has to sign this',
    todo: 'Ask the manager to confirm it here.',
  }),
  'shift-already-closed': () => ({
    what: 'This shift has just ended',
    todo: 'Its report is in the list of shifts.',
  }),
  'closing-changed': () => ({
    what: 'What is still open has just changed',
    todo: 'Look at the new list and confirm again.',
  }),
  'left-too-much': ({ counted }, format) => ({
    what: `More is left as float than the ${format.amount(minor(counted))} that were counted`,
    todo: 'Leave less.',
  }),
  'no-such-day': () => ({ what: 'No shift on this day', todo: 'Choose another day.' }),
  'day-already-closed': () => ({ what: 'This day has been closed', todo: 'Look at its report.' }),
  'day-has-open-shifts': ({ count }) => ({
    what: count === 1 ? 'One shift of this day is still open' : `${count} shifts of this day are still open`,
    todo: 'End them, then close the day.',
  }),
  'no-such-line': () => ({ what: 'This line is gone', todo: 'Look at the list and choose again.' }),
  'no-such-item': () => ({
    what: 'There is no such item',
    todo: 'Search again; the price list may just have changed.',
  }),
  'no-such-sale': () => ({ what: 'There is no such sale', todo: 'Check the receipt number.' }),
  'no-such-job': () => ({ what: 'This print job is gone', todo: 'Reprint it if you need it.' }),
  'cart-changed': () => ({
    what: 'The sale has just changed',
    todo: 'Look at the new total, then take the money.',
  }),
  'cart-empty': () => ({ what: 'Nothing is on the list yet', todo: 'Scan something first.' }),
  'age-check-first': () => ({
    what: "Tobacco or alcohol: the customer's age has not been checked",
    todo: `Make sure the customer is 18 or over, press ${key('pay')} and confirm, then take the money.`,
  }),
  'below-floor-first': () => ({
    what: 'Something goes below its lowest price',
    todo: `Press ${key('pay')} and have a manager approve, or take the price or the discount back, then take the money.`,
  }),
  'reason-needed': () => ({ what: 'A reason is needed', todo: 'Pick one, then remove it.' }),
  'cart-full': ({ most }) => ({
    what: `A sale has at most ${most} lines`,
    todo: 'Take the money, then start the next.',
  }),
  'no-such-cart': () => ({
    what: 'This sale is gone',
    todo: 'It may have been recalled elsewhere; look at the held list.',
  }),
  'quantity-not-positive': () => ({
    what: 'The quantity must be more than 0',
    todo: `Press ${key('remove')} to remove the line.`,
  }),
  'quantity-too-large': () => ({
    what: 'The quantity is too large',
    todo: 'It may be a barcode. Enter it again.',
  }),
  'quantity-not-whole': ({ name }) => ({
    what: `"${name}" is sold by the piece`,
    todo: 'Enter a whole number.',
  }),
  'price-not-positive': () => ({
    what: 'A price cannot be nothing',
    todo: 'To give something away, use a discount down to 0: then the books show it.',
  }),
  'price-too-high': ({ most }, format) => ({
    what: `A unit price cannot be more than ${format.amount(minor(most))}`,
    todo: 'It may be a barcode. Enter it again.',
  }),
  'code-on-list': ({ name, price }, format) => ({
    what: `This code is "${name}" already, ${format.amount(minor(price))}`,
    todo: 'Nothing was added. Press Esc and scan it again.',
  }),
  'moment-too-far': () => ({
    what: 'That date is too far away',
    todo: 'Enter a date and time within two years.',
  }),
  'repricing-begun': () => ({
    what: 'This price change has begun already, or was withdrawn',
    todo: 'To go back to the old price, change it once more.',
  }),
  'code-not-retail': () => ({
    what: 'This is no retail barcode, so no item can be added under it',
    todo: 'Scan again; sell goods without a barcode as such.',
  }),
  'added-too-many': ({ most }) => ({
    what: `${most} items have been added at the counter; there is room for no more`,
    todo: 'A manager saves the goods as a file and imports it once; then there is room again.',
  }),
  'line-is-weighed': ({ name }) => ({
    what: `"${name}" is weighed`,
    todo: `Press ${key('quantity')} and type the weight, or weigh it again.`,
  }),
  'line-is-stamped': ({ name }) => ({
    what: `The scale has printed the amount on "${name}"`,
    todo: 'Quantity and price stay: remove the line and weigh it again, or give a discount.',
  }),
  'label-empty': ({ name }) => ({
    what: `There is no amount on the label of "${name}"`,
    todo: 'Nothing was added. Weigh it again; the scale may have no price for it.',
  }),
  'label-one-by-one': ({ name }) => ({
    what: `Labels of "${name}" are scanned one by one`,
    todo: `Nothing was added. Press ${key('back')} to drop the quantity, then scan each package.`,
  }),
  'no-such-question': () => ({
    what: 'This code has been answered for',
    todo: 'Look at the list and the total, and scan it again if need be.',
  }),
  'amount-too-large': () => ({ what: 'The amount is too large', todo: 'Check quantity and price.' }),
  'no-discount-on-this': ({ name }) => ({
    what: `"${name}" takes no discount`,
    todo: 'Choose another line.',
  }),
  'cash-short': ({ missing }, format) => ({
    what: `${format.amount(minor(missing))} is missing`,
    todo: 'Take more, or change the amount.',
  }),
  'cash-absurd': ({ given }, format) => ({
    what: `${format.amount(minor(given))} does not look like cash`,
    todo: 'It may be a barcode. Enter the cash you got.',
  }),
  'cash-needs-confirmation': ({ given, due }, format) => ({
    what: `${format.amount(minor(given))} given, ${format.amount(minor(given - due))} change`,
    todo: 'That is a lot. If it is right confirm once more; Esc to change it.',
  }),
  'cart-frozen': () => ({
    what: 'The customer has been told the total; the goods stay as they are',
    todo: 'Press Esc to go back to the goods, then change them.',
  }),
  'payment-open': () => ({
    what: 'The last payment has no result yet',
    todo: `Wait for it, or press ${key('void')} to cancel it; ${key('hold')} serves the next customer. Do not take the money twice.`,
  }),
  'part-settled': () => ({
    what: 'A part of this sale has been paid',
    todo: 'Take the rest; or ask a manager to send the part back first.',
  }),
  'no-such-payment': () => ({ what: 'No such payment', todo: 'Check the number.' }),
  'payment-moved-on': () => ({ what: 'That payment has just got a result', todo: 'Look at its new state.' }),
  'refund-too-large': ({ left }, format) => ({
    what: `At most ${format.amount(minor(left))} can go back`,
    todo: 'Correct the amount.',
  }),
  'invoice-not-so': ({ state }) => invoiceNotSo[state],
  'nothing-to-invoice': () => ({
    what: 'Nothing of this sale can be invoiced',
    todo: 'Nothing was paid, or all of it was refunded.',
  }),
  'tax-number-wrong': ({ fault }) => taxNumberFaults[fault],
  'invoice-number-taken': ({ receipt }) => ({
    what: `This invoice number already belongs to ${receipt}`,
    todo: 'Check its 20 digits.',
  }),
  'nothing-picked': () => ({ what: 'Nothing is chosen yet', todo: 'Choose what comes back first.' }),
  'more-than-sold': ({ name, left }, format) => ({
    what: `Of "${name}" only ${format.quantity(quantity(left), 'piece')} can still come back`,
    todo: 'What came back before does not come back again. Correct the quantity.',
  }),
  'refund-changed': () => ({
    what: 'The amount has just changed',
    todo: 'A part came back meanwhile, or prices changed. Look, and refund again.',
  }),
  'exchange-open': ({ receipt }) => ({
    what: `Exchange ${receipt} is not finished`,
    todo: `Go back to the counter: ring up the new goods, or give the credit back with ${key('return-credit')}.`,
  }),
  'exchange-in-use': () => ({
    what: 'The sale being paid uses the exchange credit',
    todo: 'Press Esc to go back to the goods, or bring the parked sale back; then give the credit back.',
  }),
  'no-exchange': () => ({
    what: 'There is no exchange credit to give back',
    todo: 'It may have been used or given back. Look at the recent receipts.',
  }),
  'sale-of-other-till': ({ receipt }) => ({
    what: `Receipt ${receipt} is of another till`,
    todo: 'Refund it at the till that printed it.',
  }),
  'other-tills-unreachable': ({ receipt }) => ({
    what: "The other tills can't be asked: no gateway",
    todo: `Refund ${receipt} at the till that printed it, or press ${key('choice-3')} to refund without a receipt; a manager must approve.`,
  }),
  'sale-not-at-gateway': ({ receipt }) => ({
    what: `The gateway has no receipt ${receipt}`,
    todo: 'Its till may not have uploaded it yet. Refund it there.',
  }),
  'sale-unclear': ({ receipt }) => ({
    what: `What the gateway says of receipt ${receipt} can't be refunded`,
    todo: 'Refund it at the till that printed it.',
  }),
  'wallet-of-other-till': () => ({
    what: 'Wallet money goes back only at the till that took it',
    todo: `Refund it there, or press ${key('choice-2')} to refund cash; a manager must approve.`,
  }),
  'not-last-sale': () => ({
    what: 'Something has come after this sale',
    todo: "It can't be undone as a whole any more. Refund it instead.",
  }),
  'refund-limit': ({ left }, format) => ({
    what: `Without a receipt, ${format.amount(minor(left))} more can go back today`,
    todo: 'Ask for the receipt, or refund tomorrow.',
  }),
  'no-such-channel': () => ({ what: 'No such payment channel', todo: 'Choose again.' }),
  'channel-setting-wrong': ({ field, problem }) => ({
    what: `"${field}" ${settingProblems[problem] ?? ''}`,
    todo: 'Enter it again as your provider gave it to you.',
  }),
  'upload-incomplete': () => ({ what: 'The file did not arrive whole', todo: 'Choose the file again.' }),
  'upload-too-large': ({ megabytesMax }) => ({
    what: `The file is over ${megabytesMax} MB`,
    todo: 'Split it and import the parts.',
  }),
  'file-unreadable': ({ problem }) => catalog.files[problem] ?? catalog.unknownFile(problem),
  'import-running': () => ({
    what: 'Another file is being imported',
    todo: 'Wait until it is done, or cancel it.',
  }),
  'nothing-to-undo': () => ({
    what: 'There is no import to undo',
    todo: 'Only the last one can be, until the next begins; import the price list of before once more.',
  }),
  'catalogue-renewed': () => ({ what: 'The price list has just changed', todo: 'Save it once more.' }),
  'comparison-stopped': () => ({ what: 'The comparison was not finished', todo: 'Choose the file again.' }),
  'no-such-import': () => ({ what: 'There is no such import', todo: 'Choose the file again.' }),
  'mapping-incomplete': ({ fields }) => ({ what: `Not chosen yet: ${fields}`, todo: 'Pick the columns.' }),
  'job-not-waiting': () => ({
    what: 'This print job has ended already',
    todo: 'Nothing to choose; reprint if you need to.',
  }),
  'no-such-ticket': () => ({ what: 'There is no such receipt', todo: 'Please look it up again.' }),
  'report-too-long': ({ lines, most }) => ({
    what: `That is ${lines} lines of paper; ${most} are printed at most`,
    todo: 'Choose fewer, or save it as a file.',
  }),
  'gateway-refused': ({ reason }) => ({
    what: `The gateway says no (${reason})`,
    todo: 'Check the code, or ask head office.',
  }),
  'gateway-unreachable': ({ reason }) => ({
    what: `The gateway can't be reached (${reason})`,
    todo: 'Go on selling; try again when the network is back.',
  }),
  'gateway-not-secure': () => ({
    what: 'This address is not secure',
    todo: 'Use an address that starts with https.',
  }),
  'practice-while-paying': () => ({
    what: 'This customer is paying',
    todo: 'Take the money first, or leave the payment with Esc; then practise.',
  }),
  'practice-not-started': () => ({
    what: 'Practice did not open',
    todo: 'The till sells as before. See whether the disk has room, then try again.',
  }),
  'practice-over': () => ({
    what: 'Practice is over',
    todo: 'That last step was not done, and nothing of it is in the real books.',
  }),
  'not-in-practice': () => ({
    what: 'This cannot be changed while practising',
    todo: 'Printer, scanner, gateway and payment channels are real ones: change them after practice.',
  }),
  'backup-running': () => ({ what: 'Another backup is being made', todo: 'Wait until it is done.' }),
  'backup-failed': ({ why }) => backups.faults[why],
  'disk-trouble': () => ({
    what: "The disk can't be written",
    todo: 'Stop for now, check the free space and call support.',
  }),
  internal: ({ incident }) => ({
    what: 'The software failed; this step was not done',
    todo: `Try again. Number ${incident}`,
  }),
};
