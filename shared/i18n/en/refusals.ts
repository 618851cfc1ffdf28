import { minor } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import type { RefusalSentences } from '../index.ts';
import { common } from './common.ts';

const permissionName = (permission: string): string =>
  (common.permissions as Readonly<Record<string, string>>)[permission] ?? permission;

const settingProblems: Readonly<Record<string, string>> = {
  missing: 'is missing',
  unreadable: 'cannot be read',
  'not-secure': 'must begin with https://',
};

export const refusals: RefusalSentences = {
  'bad-input': ({ field }) => ({ what: `"${field}" is not right`, todo: 'Correct it and try again.' }),
  'unknown-word': () => ({
    what: 'This step is not supported yet',
    todo: 'Bring all parts to the same version and try again.',
  }),
  'not-signed-in': () => ({ what: 'Nobody is signed in', todo: 'Sign in first.' }),
  'not-allowed': ({ permission }) => ({
    what: `You have no leave for: ${permissionName(permission)}`,
    todo: 'Let somebody who has it sign in.',
  }),
  'needs-approval': ({ permission }) => ({
    what: `A manager has to agree: ${permissionName(permission)}`,
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
  'already-set-up': () => ({ what: 'This till is set up already', todo: 'Just sign in.' }),
  'role-above-own': () => ({
    what: 'Nobody can hire above their own role',
    todo: 'Ask the owner to add this person.',
  }),
  'name-taken': ({ name }) => ({ what: `"${name}" is taken`, todo: 'Choose another name.' }),
  'no-shift': () => ({ what: 'No shift is open', todo: 'Open a shift, then sell.' }),
  'shift-already-open': () => ({
    what: 'A shift is open already',
    todo: 'Go on selling, or close it first.',
  }),
  'shift-has-open-cart': ({ pieces }) => ({
    what: `One sale is not finished (${pieces} ${pieces === 1 ? 'piece' : 'pieces'})`,
    todo: 'Take the money, hold it or void it, then close.',
  }),
  'shift-has-held-carts': ({ count }) => ({
    what: `${count} held ${count === 1 ? 'sale is' : 'sales are'} waiting`,
    todo: 'Recall and finish them, or leave them for the next shift.',
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
    todo: 'Press Del to remove the line.',
  }),
  'quantity-too-large': () => ({
    what: 'The quantity is too large',
    todo: 'It may be a barcode. Enter it again.',
  }),
  'quantity-not-whole': ({ name }) => ({
    what: `"${name}" is sold by the piece`,
    todo: 'Enter a whole number.',
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
    what: 'The customer has been told the sum; the goods stay as they are',
    todo: 'Press Esc to go back to the goods, then change them.',
  }),
  'payment-open': () => ({
    what: 'The last payment has no result yet',
    todo: 'Wait for it, or press Del to stop it; F6 serves the next customer. Do not take the money twice.',
  }),
  'part-settled': () => ({
    what: 'A part of this sale has been paid',
    todo: 'Take the rest; or ask a manager to send the part back first.',
  }),
  'no-such-payment': () => ({ what: 'No such payment', todo: 'Check the number.' }),
  'payment-moved-on': () => ({ what: 'That payment has just got a result', todo: 'Look at its new state.' }),
  'refund-too-large': ({ left }, format) => ({
    what: `At most ${format.amount(minor(left))} can go back`,
    todo: 'Correct the sum.',
  }),
  'nothing-picked': () => ({ what: 'Nothing is chosen yet', todo: 'Choose what comes back first.' }),
  'more-than-sold': ({ name, left }, format) => ({
    what: `Of “${name}” only ${format.quantity(quantity(left), 'piece')} can still come back`,
    todo: 'What came back before does not come back again. Correct the quantity.',
  }),
  'refund-changed': () => ({
    what: 'The sum has just changed',
    todo: 'A part came back meanwhile, or prices changed. Look, and refund again.',
  }),
  'sale-of-other-till': ({ receipt }) => ({
    what: `Receipt ${receipt} is of another till`,
    todo: 'Refund it at the till that printed it.',
  }),
  'not-last-sale': () => ({
    what: 'Something has come after this sale',
    todo: 'It can’t be undone as a whole any more. Refund it instead.',
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
  'file-unreadable': () => ({ what: "This file can't be read", todo: 'Save it as CSV and try again.' }),
  'import-running': () => ({
    what: 'Another file is being imported',
    todo: 'Wait until it is done, or cancel it.',
  }),
  'no-such-import': () => ({ what: 'There is no such import', todo: 'Choose the file again.' }),
  'mapping-incomplete': ({ fields }) => ({ what: `Not chosen yet: ${fields}`, todo: 'Pick the columns.' }),
  'job-not-waiting': () => ({
    what: 'This print job has ended already',
    todo: 'Nothing to choose; reprint if you need to.',
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
  'disk-trouble': () => ({
    what: "The disk can't be written",
    todo: 'Stop for now, check the free space and call support.',
  }),
  internal: ({ incident }) => ({
    what: 'The software failed; this step was not done',
    todo: `Try again. Number ${incident}`,
  }),
};
