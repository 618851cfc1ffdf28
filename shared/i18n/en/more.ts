import type { more as shape } from '../zh-CN/more.ts';

export const more: typeof shape = {
  title: 'More',
  choose: 'Press the number, or touch',
  receipts: 'Receipts and reprints',
  receiptsNote: 'See the paper, print again, printer trouble',
  syncing: 'Upload and network',
  syncingNote: 'What is still waiting, and why',
  catalog: 'Import goods',
  catalogNote: 'Bring in a new price list',
  settings: 'Settings',
  settingsNote: 'Shop, printer, scanner, staff',
  closeShift: 'Close the shift',
  closeShiftNote: 'Count the cash, print the Z report',
  help: 'Help',
  helpNote: 'Keys and common questions',
  signOut: 'Sign out',
  signOutNote: name => `${name} leaves; shift and held sales stay`,
};
