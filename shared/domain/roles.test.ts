import { expect, test } from 'vitest';
import { approvable, grantable, mayDo, permissions, roles } from './roles.ts';

test('a manager may all a cashier may, and an owner all a manager may', () => {
  for (const permission of mayDo.cashier) expect(mayDo.manager).toContain(permission);
  for (const permission of mayDo.manager) expect(mayDo.owner).toContain(permission);
});

test('an owner may everything but the first run, which is over once there is an owner', () => {
  expect(permissions.filter(permission => !mayDo.owner.includes(permission))).toEqual(['first-run']);
});

test('nobody signed in may only look; the command line manages but never sells', () => {
  expect(mayDo.nobody).toEqual(['open', 'face-customer']);
  for (const selling of [
    'sell',
    'discount',
    'void-cart',
    'open-drawer',
    'open-shift',
    'close-shift',
  ] as const) {
    expect(mayDo.operator).not.toContain(selling);
  }
});

test('the customer’s screen may nothing but face the customer', () => {
  expect(mayDo.customer).toEqual(['face-customer']);
});

test('each role, nobody and the customer’s screen have a row, of known permissions, each once', () => {
  expect(new Set(Object.keys(mayDo))).toEqual(new Set([...roles, 'nobody', 'customer']));
  for (const row of Object.values(mayDo)) {
    expect(new Set(row).size).toBe(row.length);
    for (const permission of row) expect(permissions).toContain(permission);
  }
});

test('what a shop may leave to its cashiers is what a manager could allow them each time', () => {
  for (const permission of grantable) expect(approvable).toContain(permission);
});

test('what can be approved on the spot is what a cashier lacks and a manager has', () => {
  for (const permission of approvable) {
    expect(mayDo.cashier).not.toContain(permission);
    expect(mayDo.manager).toContain(permission);
  }
  // An approval works for one act; these change who may act, or what the till is.
  for (const lasting of ['manage-staff', 'manage-settings', 'first-run', 'import-catalog'] as const) {
    expect(approvable).not.toContain(lasting);
  }
});
