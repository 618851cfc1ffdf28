import { key } from '../keys-in-words.ts';
import type { channels as shape } from '../zh-CN/channels.ts';

export const channels: typeof shape = {
  intro:
    "Set up a provider and customers' payment codes can be charged. Ask the provider for these; secrets stay on this till.",
  practice:
    "A practice channel on this machine: no real money. The code's last four digits set the result: 0000 = paid at once.",
  zeroKey: {
    label: 'If a payment code is scanned among goods',
    key: `Press ${key('pay')} first`,
    none: 'Charge at once',
    notes: {
      key: 'The customer sees the amount first',
      none: 'Saves a key; a phone shown early is charged',
    },
  },
  links: { online: 'Connected', offline: 'No answer', off: 'Not set up' },
  secretSet: (ending, date) => `Saved (…${ending}), ${date}. Leave empty to keep it`,
  save: 'Save and use',
  saved: title => `${title} is in use`,
  test: 'Try it (moves no money)',
  testing: 'Trying…',
  works: ms => `Works, ${ms} ms there and back`,
  fails: {
    unreachable: 'Nobody answers at this address',
    'not-secure': 'The connection is not secure, so it went no further',
    'not-a-provider': 'This does not look like a payment gateway; check the address',
    'merchant-unknown': 'The provider does not know this merchant or app',
    'key-wrong': 'The secret is wrong',
  },
  failsOther: 'It did not work',
  remove: 'Take out of use',
  removeTitle: title => `Take ${title} out of use?`,
  removeWhat: 'Codes can no longer be charged, and its secrets go. Open payments are no longer asked about.',
  removed: title => `${title} is out of use`,
};
