import type { session as shape } from '../zh-CN/session.ts';

export const session: typeof shape = {
  who: 'Who is at the till?',
  pinOf: name => `${name}, enter your PIN`,
  pin: 'PIN',
  demoPin: pin => `Demo shop: every PIN is ${pin}`,
  signIn: 'Sign in',
  signOut: 'Sign out',
  checking: 'Checking…',
  pinShort: { what: 'A PIN has 4 to 8 digits', todo: 'Type the rest, then press Enter.' },
  locked: seconds => ({
    what: 'Too many wrong PINs; locked',
    todo: `${waitOf(seconds)} to wait, or let somebody else sign in.`,
  }),
  orBadge: 'Enter your PIN, or scan your badge',
  codeOf: name => `${name}, enter the code on your phone`,
  codeShort: { what: 'A code has 6 digits', todo: 'Type the rest, then press Enter.' },
  codeWanted: {
    what: 'PIN right; one step to go',
    todo: 'Enter the 6 digits in the authenticator. Phone lost? Run evertill set-pin on this machine: that ends the second step.',
  },
  withoutPin: 'Sign in as cashier',
  pinLost: {
    what: "PINs can't be checked now: their key is lost",
    todo: "Press Enter to sell, with a cashier's rights only. The owner has to run evertill set-pin on this machine.",
  },
  hello: name => `${name} is at the till`,
  chooseKeys: 'Person',
};

function waitOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
