import { describe, expect, test } from 'vitest';
import { findWord, type WordName, wordNames } from '../../shared/contract/words.ts';
import { approvable, mayDo, type Role } from '../../shared/domain/roles.ts';

type Who = Role | 'nobody';

/**
 * Who may say which word, written out: a change of `roles.ts` or of a word's permission shows here as what
 * it means at the till. C cashier, M manager, O owner, P operator (command line), N nobody signed in;
 * `+` a manager can allow it on the spot.
 */
const table: Readonly<Record<WordName, string>> = {
  'session.current': 'CMOPN',
  'session.signIn': 'CMOPN',
  'session.signOut': 'CMOPN',
  'session.approve': 'CMOPN',
  'setup.state': 'CMOPN',
  'setup.begin': '',
  'setup.addStaff': 'MO',
  'setup.setPin': 'OP',
  'setup.change': 'OP',
  'selling.cart': 'CMO',
  'selling.moments': 'CMOPN',
  'selling.held': 'CMO',
  'selling.quickKeys': 'CMO',
  'selling.scan': 'CMO',
  'selling.add': 'CMO',
  'selling.multiply': 'CMO',
  'selling.select': 'CMO',
  'selling.setQuantity': 'CMO',
  'selling.removeLine': 'CMO',
  'selling.discountLine': 'MO+',
  'selling.discountTicket': 'MO+',
  'selling.voidCart': 'CMO',
  'selling.hold': 'CMO',
  'selling.recall': 'CMO',
  'selling.nextCustomer': 'CMO',
  'selling.sales': 'MOP',
  'selling.readCode': 'CMOP',
  'selling.lastSales': 'CMO',
  'paying.cash': 'CMO',
  'paying.freeze': 'CMO',
  'paying.ask': 'CMO',
  'paying.forgetCode': 'CMO',
  'paying.unfreeze': 'CMO',
  'paying.stop': 'CMO',
  'paying.waitLonger': 'CMO',
  'paying.park': 'CMO',
  'paying.bringBack': 'CMO',
  'paying.goOnWithout': 'MO+',
  'paying.accept': 'CMO',
  'paying.storeCode': 'CMO',
  'paying.refund': 'MO+',
  'paying.refundAgain': 'MO+',
  'paying.queryNow': 'MO',
  'paying.foundPaid': 'MO',
  'paying.foundUnpaid': 'MO',
  'paying.note': 'MO',
  'paying.verified': 'MO',
  'paying.configureChannel': 'OP',
  'paying.removeChannel': 'OP',
  'paying.testChannel': 'OP',
  'paying.channels': 'OP',
  'paying.state': 'CMO',
  'paying.display': 'CMOPN',
  'paying.desk': 'MO',
  'paying.find': 'CMO',
  'refunding.sale': 'CMO',
  'refunding.worth': 'CMO',
  'refunding.refund': 'MO+',
  'refunding.refundInCash': 'MO+',
  'refunding.voidLast': 'MO+',
  'refunding.withoutReceipt': 'MO+',
  'catalog.state': 'CMOPN',
  'catalog.search': 'CMOP',
  'catalog.stage': 'MOP',
  'catalog.preview': 'MOP',
  'catalog.import': 'MOP',
  'catalog.cancelImport': 'MOP',
  'catalog.rejects': 'MOP',
  'shifts.current': 'CMOPN',
  'shifts.open': 'CMO',
  'shifts.close': 'CMO',
  'shifts.openDrawer': 'MO+',
  'shifts.list': 'MOP',
  'shifts.last': 'CMO',
  'printing.jobs': 'CMO',
  'printing.paper': 'CMO',
  'printing.settle': 'CMO',
  'printing.retry': 'CMO',
  'printing.reprint': 'MO+',
  'printing.test': 'OP',
  'syncing.state': 'CMOPN',
  'syncing.waiting': 'CMO',
  'syncing.enrol': 'OP',
  'syncing.sendNow': 'CMO',
  'syncing.verify': 'MOP',
};

const letters: readonly (readonly [Who, string])[] = [
  ['cashier', 'C'],
  ['manager', 'M'],
  ['owner', 'O'],
  ['operator', 'P'],
  ['nobody', 'N'],
];

describe('who may say which word', () => {
  test.each(wordNames)('%s', name => {
    const { permission } = findWord(name)!;
    const may = letters.filter(([who]) => mayDo[who].includes(permission)).map(([, letter]) => letter);
    expect(may.join('') + (approvable.includes(permission) ? '+' : '')).toBe(table[name]);
  });

  test('the table names every word and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...wordNames].sort());
  });

  test('a word that changes the till is open to nobody but the one who signs in', () => {
    const open = wordNames.filter(
      name => findWord(name)?.kind === 'command' && mayDo.nobody.includes(findWord(name)!.permission),
    );
    expect(open).toEqual(['session.signIn', 'session.signOut', 'session.approve']);
  });
});

describe('what is no word', () => {
  test.each([
    '',
    'selling',
    'selling.',
    '.scan',
    'selling.scan.x',
    'selling.toString',
    '__proto__.scan',
    'constructor.name',
    'selling.__proto__',
  ])('%j finds none', name => expect(findWord(name)).toBeUndefined());
});
