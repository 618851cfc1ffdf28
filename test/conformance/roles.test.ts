import { describe, expect, test } from 'vitest';
import { Session, subjectOf } from '../../electron/core/session.ts';
import { findWord, type WordName, wordNames } from '../../shared/contract/words.ts';
import { approvable, mayDo, type Permission, type Standing } from '../../shared/domain/roles.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import { manualEnv } from '../doubles/manual-env.ts';
import { cashierPin, openShop, ownerPin, refusalOf, throwAway } from '../doubles/till.ts';

/**
 * Who may say which word, written out: a change of `roles.ts` or of a word's permission shows here as what
 * it means at the till. C cashier, M manager, O owner, P operator (command line), N nobody signed in,
 * S the customer's screen; `+` a manager can allow it on the spot.
 */
const table: Readonly<Record<WordName, string>> = {
  'session.current': 'CMOPN',
  'session.signIn': 'CMOPN',
  'session.badge': 'CMOPN',
  'session.signOut': 'CMOPN',
  'session.approve': 'CMOPN',
  'session.approveByBadge': 'CMOPN',
  'session.approveByCode': 'CMOPN',
  'session.unlock': 'MO',
  'setup.state': 'CMOPN',
  'setup.begin': '',
  'setup.addStaff': 'MO',
  'setup.setRole': 'MO',
  'setup.rename': 'MO',
  'setup.setBlocked': 'MO',
  'setup.forgetStaff': 'OP',
  'setup.setBadge': 'MO',
  'setup.removeBadge': 'MO',
  'setup.enrolTotp': 'MO',
  'setup.totpUri': 'MO',
  'setup.confirmTotp': 'MO',
  'setup.removeTotp': 'MO',
  'setup.setSecondFactor': 'OP',
  'setup.setPin': 'OP',
  'setup.change': 'OP',
  'setup.addSlide': 'OP',
  'practice.state': 'CMOPNS',
  'practice.begin': 'CMO',
  'practice.end': 'CMOPN',
  'selling.cart': 'CMO',
  'selling.moments': 'CMOPN',
  'selling.held': 'CMO',
  'selling.quickKeys': 'CMO',
  'selling.arrangeKeys': 'MOP',
  'selling.scan': 'CMO',
  'selling.add': 'CMO',
  'selling.multiply': 'CMO',
  'selling.select': 'CMO',
  'selling.setQuantity': 'CMO',
  'selling.adjust': 'CMO',
  'selling.addOpen': 'CMO',
  'selling.createGoods': 'MO+',
  'selling.confirmAge': 'CMO',
  'selling.takeLabel': 'CMO',
  'selling.takeAsCode': 'CMO',
  'selling.setPrice': 'MO+',
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
  'paying.display': 'CMOPNS',
  'paying.desk': 'MO',
  'paying.find': 'CMO',
  'refunding.sale': 'CMO',
  'refunding.find': 'CMO',
  'refunding.lastRefunds': 'CMO',
  'refunding.elsewhere': 'CMO',
  'refunding.worth': 'CMO',
  'refunding.refund': 'MO+',
  'refunding.exchange': 'MO+',
  'refunding.returnExchange': 'MO+',
  'refunding.refundInCash': 'MO+',
  'refunding.voidLast': 'MO+',
  'refunding.withoutReceipt': 'MO+',
  'catalog.state': 'CMOPN',
  'catalog.search': 'CMOP',
  'catalog.stage': 'MOP',
  'catalog.preview': 'MOP',
  'catalog.compare': 'MOP',
  'catalog.import': 'MOP',
  'catalog.goods': 'MOP',
  'catalog.added': 'MOP',
  'catalog.removeAdded': 'MOP',
  'catalog.repricings': 'MOP',
  'catalog.repricing': 'MOP',
  'catalog.planPrice': 'MOP',
  'catalog.withdrawRepricing': 'MOP',
  'catalog.undoImport': 'MOP',
  'catalog.cancelImport': 'MOP',
  'catalog.rejects': 'MOP',
  'shifts.current': 'CMOPN',
  'shifts.open': 'CMO',
  'shifts.desk': 'CMOPN',
  'shifts.takeUp': 'CMO',
  'shifts.setAside': 'CMO',
  'shifts.moveCash': 'MO+',
  'shifts.drop': 'CMO',
  'shifts.exchange': 'CMO',
  'shifts.openDrawer': 'MO+',
  'shifts.closing': 'CMO',
  'shifts.count': 'CMO',
  'shifts.sign': 'MO+',
  'shifts.close': 'CMO',
  'shifts.closeDay': 'MO',
  'shifts.soFar': 'CMO',
  'shifts.report': 'MOP',
  'shifts.cash': 'MOP',
  'shifts.list': 'MOP',
  'shifts.day': 'MOP',
  'shifts.suspects': 'MOP',
  'shifts.explain': 'MO',
  'shifts.setRules': 'OP',
  'printing.jobs': 'CMO',
  'printing.paper': 'CMO',
  'printing.settle': 'CMO',
  'printing.retry': 'CMO',
  'printing.reprint': 'MO+',
  'printing.reprintRefund': 'MO+',
  'printing.report': 'MOP',
  'printing.test': 'OP',
  'invoicing.of': 'CMO',
  'invoicing.list': 'MO',
  'invoicing.request': 'CMO',
  'invoicing.withdraw': 'CMO',
  'invoicing.markIssued': 'MO',
  'invoicing.markRed': 'MO',
  'invoicing.toIssue': 'MOP',
  'syncing.state': 'CMOPN',
  'syncing.waiting': 'CMO',
  'syncing.enrol': 'OP',
  'syncing.sendNow': 'CMO',
  'syncing.verify': 'MOP',
  'backups.state': 'CMOPN',
  'backups.make': 'OP',
  'audit.rows': 'MOP',
  'audit.exporting': 'MOP',
  'reports.today': 'MOP',
  'reports.losses': 'MOP',
  'reports.tickets': 'MOP',
  'reports.ticket': 'MOP',
  'reports.table': 'MOP',
  'reports.print': 'MOP',
};

const letters: readonly (readonly [Standing, string])[] = [
  ['cashier', 'C'],
  ['manager', 'M'],
  ['owner', 'O'],
  ['operator', 'P'],
  ['nobody', 'N'],
  ['customer', 'S'],
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
    expect(open).toEqual([
      'session.signIn',
      'session.badge',
      'session.signOut',
      'session.approve',
      'session.approveByBadge',
      'session.approveByCode',
      // Behind practice is a till that asks who is there.
      'practice.end',
    ]);
  });
});

const minuteMs = 60_000;
const cashier = 'cashier-1' as StaffId;
const manager = 'manager-1' as StaffId;
const page = { kind: 'page' } as const;
const givenBy = (by: StaffId, word: WordName, input: Json) =>
  ({ by, role: 'manager', word, subject: subjectOf(word, input) }) as const;
const leaveFor = (
  session: Session,
  { name: word, permission }: { name: WordName; permission: Permission },
  input: Json = {},
  approval?: string,
) =>
  session.leaveFor(session.actorOf(page), {
    word,
    permission,
    subjects: () => [subjectOf(word, input)],
    approval,
  });

describe('the same, when the session is not what it was', () => {
  const words = wordNames.map(name => ({ name, mayBe: table[name], permission: findWord(name)!.permission }));

  test.each(words)('$name after signing out is as for nobody', ({ name, mayBe, permission }) => {
    const session = new Session(manualEnv(), () => true);
    session.signIn(manager, 'manager');
    session.signOut();
    const leave = leaveFor(session, { name, permission });
    expect(leave).toBe(mayBe.includes('N') ? 'granted' : 'not-signed-in');
  });

  test.each(words.filter(({ mayBe }) => mayBe.endsWith('+')))(
    '$name with leave that was given: for a minute, for that input, for the one who was at the till',
    async ({ name, permission }) => {
      const env = manualEnv();
      const session = new Session(env, () => true);
      const asked = { line: 1 };
      const leave = (input = asked) => leaveFor(session, { name, permission }, input, 'approval-1');
      session.signIn(cashier, 'cashier');
      session.addApproval('approval-1', givenBy(manager, name, asked));
      expect(leave()).toBe('granted');
      expect(leave({ line: 2 })).toBe('approval-not-valid');
      await env.pass(minuteMs);
      expect(leave()).toBe('approval-not-valid');
      session.addApproval('approval-1', givenBy(manager, name, asked));
      session.signIn('cashier-2' as StaffId, 'cashier');
      expect(leave()).toBe('approval-not-valid');
    },
  );

  test.each(words.filter(({ mayBe }) => !mayBe.endsWith('+')))(
    '$name is given to nobody by an approval',
    ({ name, mayBe, permission }) => {
      const session = new Session(manualEnv(), () => true);
      session.signIn(cashier, 'cashier');
      session.addApproval('approval-1', givenBy(manager, name, {}));
      const leave = leaveFor(session, { name, permission }, {}, 'approval-1');
      expect(leave).toBe(mayBe.includes('C') ? 'granted' : 'not-allowed');
    },
  );

  test('whoever is locked out gets in by no word that would let them in, right or wrong', async () => {
    const shop = await openShop();
    const { say, owner } = shop;
    try {
      for (let tries = 0; tries < 5; tries += 1) await say('session.signIn', { staff: owner, pin: '0001' });
      const asked = { word: 'selling.discountTicket', subject: 'x' };
      const answers = [
        await say('session.signIn', { staff: owner, pin: ownerPin }),
        await say('session.approve', { staff: owner, pin: ownerPin, ...asked }),
        await say('session.approveByCode', { staff: owner, code: '123456', ...asked }),
      ];
      expect(answers.map(refusalOf)).toEqual(['pin-locked', 'pin-locked', 'pin-locked']);
      // The lock is theirs alone.
      expect((await say('session.signIn', { staff: shop.cashier, pin: cashierPin })).ok).toBe(true);
    } finally {
      await shop.stop();
      throwAway(shop);
    }
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
