import type { DeclineReason, NotSentReason } from '../../domain/payment/answer.ts';
import type { Sentence } from '../index.ts';
import { key } from '../keys-in-words.ts';
import type { paying as shape } from '../zh-CN/paying.ts';
import { wallets } from './wallets.ts';

const freshCode = 'Ask for a fresh code and scan it, or take cash.';
const otherWallet = 'Ask for another wallet and scan it, or take cash.';

const declines: Readonly<Record<DeclineReason, Sentence>> = {
  'code-expired': { what: 'the code has expired', todo: freshCode },
  'code-used': { what: 'the code was used before', todo: freshCode },
  'code-invalid': { what: 'the code is not valid', todo: freshCode },
  funds: { what: 'not enough money', todo: 'Another card or wallet, a fresh code, or cash.' },
  limit: {
    what: "over the customer's limit",
    todo: `Another wallet, a split (${key('part-by-code')}), or cash.`,
  },
  risk: { what: 'held back by the provider', todo: otherWallet },
  'customer-cancelled': {
    what: 'the customer cancelled',
    todo: 'Ask how they want to pay: a fresh code, or cash.',
  },
  'not-supported': { what: 'this wallet is not taken here', todo: otherWallet },
  'merchant-setup': { what: "the shop's account is not set up", todo: 'Take cash, and tell the owner.' },
  other: { what: 'the provider said no', todo: otherWallet },
};

const notSent: Readonly<Partial<Record<NotSentReason, Sentence>>> = {
  'code-gone': { what: 'the code expired before it was sent', todo: freshCode },
  stopped: { what: 'cancelled before it was sent', todo: 'Take cash, or scan a fresh code.' },
};

export const paying: typeof shape = {
  tenders: { cash: 'Cash', 'store-code': 'Shop code (unverified)', exchange: 'Exchange credit' },
  due: 'Due',
  given: 'Given',
  exact: 'Exact',
  change: 'Change',
  missing: 'Missing',
  notes: 'The customer gave',
  goods: pieces => (pieces === 1 ? '1 piece' : `${pieces} pieces`),
  moreGoods: kinds => `${kinds} more`,
  details: 'Payments for this sale',
  cashLast: 'last',
  cashDown: 'Cash put down',
  part: 'This code',
  remaining: 'Still due',
  received: 'Received',
  collect: {
    title: 'Scan a code, or take cash',
    cashTitle: 'Take cash',
    partTitle: 'Scan a code for this part',
    partDetail: rest => `${rest} comes after it. Esc takes it all at once`,
    wallets: names => `Scan the customer's code: ${names.join(', ')}`,
    orCash: `Cash: type the amount, then ${key('pay')}`,
    noChannel: 'Payment codes are not set up here.',
    offline: 'Offline: payment codes cannot be charged.',
    withoutCodes: `Take cash, or use the shop code (${key('own-code')}).`,
    cash: 'Cash',
    cashExact: amount => `Exactly ${amount}`,
    cashGiven: amount => `Given ${amount}`,
    confirmTake: 'Yes, take it',
    restByCode: rest => `Then ${rest} by code`,
    putDown: sum => `${sum} put down`,
    restInCash: sum => `${sum} in cash is taken once the code has paid. Esc takes it all at once`,
    byCode: 'Split',
    byCodeNote: 'Type code amount',
    storeCode: 'Shop code',
    storeCodeNote: 'Check it arrived',
    partTodo: `First type how much goes on the code, then press ${key('part-by-code')}.`,
  },
  last: {
    declined: (wallet, reason) => ({
      what: `${wallets[wallet]} charged nothing: ${declines[reason].what}`,
      todo: declines[reason].todo,
    }),
    cancelled: wallet => ({
      what: `${wallets[wallet]} was cancelled; nothing was charged`,
      todo: 'Take cash, or scan a fresh code.',
    }),
    notSent: (wallet, why) => {
      const said = notSent[why] ?? { what: 'no link, so it was not sent', todo: freshCode };
      return { what: `${wallets[wallet]} charged nothing: ${said.what}`, todo: said.todo };
    },
    paid: (wallet, amount) => ({
      what: `${amount} received by ${wallets[wallet]}`,
      todo: 'Take what is still due.',
    }),
    givenUp: wallet => ({
      what: `The last ${wallets[wallet]} payment no longer counts for this sale`,
      todo: 'Take the money anew. If it was charged after all, the desk sends it back.',
    }),
    refunded: wallet => ({
      what: `The ${wallets[wallet]} money went back to the customer`,
      todo: 'Take the money anew.',
    }),
  },
  waiting: {
    submitting: 'Charging…',
    pending: 'Customer enters password',
    unknown: 'Checking. Do not charge again',
    stopping: 'Cancelling. Take no money yet',
    suspense: 'Nobody knows yet if it was paid',
    sent: (wallet, seconds) => `${wallets[wallet]} · sent ${seconds} s ago. `,
    auto: 'This screen updates by itself. ',
    once: 'Do not charge again.',
    stoppingDetail: 'It checks whether money was taken, then cancels the payment. ',
    suspenseDetail: 'The provider gives no answer; it is on the desk. The till keeps asking and will say.',
    hints: {
      slow: {
        what: 'The network is slow; still sending',
        todo: `It goes out as soon as there is a link, or you are told that nothing was charged. ${key('void')} cancels it.`,
      },
      noPrompt: {
        what: 'No password prompt on the phone?',
        todo: `The phone may be offline: join the shop WiFi and wait, or cancel with ${key('void')} and take cash.`,
      },
      unknown: {
        what: 'The link is shaky; money may have been taken',
        todo: `The till asks every 3 seconds. The bill on the customer's phone can be checked with ${key('find-payment')}.`,
      },
      offline: {
        what: 'Offline: the result cannot be asked for',
        todo: `It is asked as soon as there is a link. ${key('hold')} serves the next customer, ${key('void')} cancels it.`,
      },
      stopping: {
        what: 'You are back at the till once nothing was charged',
        todo: 'If the customer paid just in time, you are asked to keep or return it.',
      },
      stoppingLong: {
        what: 'No answer to the cancellation yet',
        todo: `${key('hold')} serves the next customer; or, with a manager, ${key('go-on')} pays another way. Money that comes later goes back.`,
      },
      suspense: {
        what: 'Let the customer wait a moment',
        todo: `${key('hold')} serves the next one; or, with a manager, ${key('go-on')} pays another way. Money that comes later goes back.`,
      },
    },
    secondsUnit: 's left',
    secondsLeft: seconds => `${seconds} s left`,
    thisPayment: wallet => `This ${wallets[wallet]} payment`,
  },
  afterStop: {
    title: 'The customer has paid',
    detail: wallet =>
      `${wallets[wallet]} took it just before it was cancelled. Keep it and the sale is done.`,
    ask: 'Ask the customer',
    askTodo: 'Keep it if they still want the goods. Give it back if they have paid another way.',
    returning: 'Going back to the customer',
    returningDetail: `Once it is back, the payment screen returns. ${key('hold')} serves the next customer.`,
    accept: 'Keep it',
    acceptNote: 'For this sale',
    giveBack: 'Give it back',
    giveBackNote: 'Needs a manager',
    confirm: amount => `Give all of ${amount} back? It can't be kept after that.`,
    reason: 'paid after cancelling',
  },
  acts: {
    park: 'Serve next',
    parkNote: 'The result is announced',
    find: 'Look up',
    findNote: "Scan the order no. on the customer's bill",
    stop: 'Cancel',
    stopNote: 'Only if nothing was charged',
    waitLonger: 'Keep waiting',
    waitLongerNote: 'Counts from the start',
    goOn: 'Pay another way',
    goOnNote: 'Needs a manager',
  },
  keys: {
    park: 'Serve next',
    find: 'Look up',
    stop: 'Cancel',
    waitLonger: 'Keep waiting',
    goOn: 'Other way',
    accept: 'Keep',
    giveBack: 'Give back',
    cash: 'Cash',
    byCode: 'Split',
    storeCode: 'Shop code',
    swap: 'Bring back',
    back: 'Back to sale',
  },
  storeCode: {
    title: 'Shop code (unverified)',
    what: amount => `The customer scans the shop's own code and pays ${amount}.`,
    whatNext: 'Once it has arrived, press "Money received".',
    how: 'How do you know it arrived?',
    heard: { speaker: 'Heard the speaker', app: 'Seen in our app' },
    typed: "Phone's last digits or the amount heard (optional)",
    limit: "A static code takes at most ¥500 a day from one customer. Don't go by the customer's screen.",
    confirm: 'Money received',
  },
  find: {
    title: 'Look up a payment',
    ask: "Scan the barcode on the customer's bill, or type the number",
    numbers: "The provider's number or the merchant order number",
    search: 'Look up',
    searching: 'Asking…',
    found: (wallet, amount, state) => `${wallets[wallet]} ${amount}: ${state}`,
    order: order => `Order ${order}`,
    receipt: receipt => `Receipt ${receipt}`,
    noReceipt: 'No receipt yet',
    notFound: 'Not a payment of this till',
    notFoundTodo: 'Check the number; it may belong to another shop or till.',
    noAnswer: 'No provider answers now',
    noAnswerTodo: 'Check it again when the network is back.',
  },
  results: {
    title: (wallet, amount, state) => `${wallets[wallet]} ${amount}: ${state}`,
    paid: 'The parked sale has its money.',
    declined: `Bring the sale back with ${key('hold')} and take the money another way.`,
    cancelled: `Nothing was charged. Bring the sale back with ${key('hold')}.`,
    'not-sent': `Nothing was charged. Bring the sale back with ${key('hold')}.`,
    suspense: 'Nobody knows yet if it was paid; it is on the desk.',
    'paid-after-stop': `Paid after it was cancelled: keep it or give it back, with ${key('hold')} or on the desk.`,
    'late-paid': 'It no longer counts for a sale; a manager returns it on the desk.',
  },
  done: {
    title: 'Paid',
    unverified: 'Taken, to be verified',
    change: 'Change',
    noChange: 'Exact, no change',
    given: 'Received',
    total: 'Due',
    receipt: 'Receipt',
    next: "Just scan the next customer's goods",
    nextKey: 'Next',
    drawer: 'Drawer',
  },
};
