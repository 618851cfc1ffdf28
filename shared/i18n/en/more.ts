import type { more as shape } from '../zh-CN/more.ts';

export const more: typeof shape = {
  title: 'More',
  choose: 'Press the number, or touch',
  receipts: 'Receipts and reprints',
  receiptsNote: 'See the paper, print again, printer trouble',
  syncing: 'Upload and network',
  syncingNote: 'What is still waiting, and why',
  desk: 'Payment desk',
  deskNote: 'Unresolved, to give back, to verify',
  catalog: 'Import goods',
  catalogNote: 'Bring in a new price list',
  settings: 'Settings',
  settingsNote: 'Shop, printer, scanner, staff',
  closeShift: 'Close the shift',
  closeShiftNote: 'Count the cash, print the Z report',
  customerDisplay: "Customer's screen",
  customerDisplayNote: 'Shows the customer the sums on a second display',
  customerDisplayDenied: {
    what: "The window of the customer's screen could not be opened here.",
    todo: 'The desktop opens it by itself when it starts with a second display. In a browser, allow pop-ups.',
  },
  help: 'Help',
  helpNote: 'Keys and common questions',
  signOut: 'Sign out',
  signOutNote: name => `${name} leaves; shift and held sales stay`,
};
