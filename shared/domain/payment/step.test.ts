import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CartId } from '../cart.ts';
import { minor } from '../money.ts';
import type { Answer, Asked } from './answer.ts';
import {
  type Ask,
  type AttemptId,
  type IntentId,
  isAsking,
  isDead,
  isFinal,
  newPayment,
  type Payment,
} from './payment.ts';
import { type PaymentHappening, step } from './step.ts';
import { cancelNotBeforeMs, codeAliveMs, codeDeadMs, patienceMs } from './timing.ts';

const amount = minor(12_850);
const paid: Answer = { kind: 'paid', amount, providerNumber: 'P1' };
const pending: Answer = { kind: 'pending' };
const unknown: Answer = { kind: 'unknown', why: 'timeout' };
const notFound: Answer = { kind: 'not-found' };
const cancelled: Answer = { kind: 'cancelled' };
const noLink: Answer = { kind: 'not-sent', why: 'no-link' };
const noFunds: Answer = { kind: 'declined', reason: 'funds', said: 'NOTENOUGH' };

const scanned = newPayment(
  {
    id: 'a1' as AttemptId,
    intent: 'i1' as IntentId,
    cart: 'c1' as CartId,
    order: 'O1',
    amount,
    currency: 'CNY',
    wallet: 'wechat',
    channel: 'jeepay',
  },
  1_000,
);

/** A payment on its way: what was asked, what came back, how time went on. */
class Course {
  payment: Payment = scanned;
  ask: Ask | 'none' = { do: 'submit', inMs: 0 };
  at = scanned.since;
  readonly asked: Asked[] = [];
  surplus = false;

  happens(event: PaymentHappening): this {
    const { next, ask, surplus } = step(this.payment, { ...event, at: this.at });
    this.payment = next;
    if (ask !== 'as-before') this.ask = ask;
    this.surplus ||= surplus ?? false;
    return this;
  }

  /** Lets the next ask fall due and answers it, `tookMs` later. */
  answers(answer: Answer, tookMs = 100): this {
    if (this.ask === 'none') throw new Error('nothing is asked');
    const { do: asked, inMs } = this.ask;
    this.at += inMs + tookMs;
    this.asked.push(asked);
    return this.happens({ type: 'answered', asked, answer });
  }

  /** Answers everything alike until nothing is asked any more, or long enough. */
  alwaysAnswers(answer: (asked: Asked) => Answer, most = 40): this {
    for (let turn = 0; turn < most && this.ask !== 'none'; turn += 1) this.answers(answer(this.ask.do));
    return this;
  }

  get state() {
    return this.payment.state.name;
  }
}

describe('the customer pays', () => {
  test('a verified yes is paid, at once and for good', () => {
    const course = new Course().answers(paid);
    expect(course.state).toBe('paid');
    expect(course.ask).toBe('none');
    expect(course.payment.providerNumber).toBe('P1');
  });

  test('a yes about another sum is no yes', () => {
    const course = new Course().answers({ ...paid, amount: minor(1) });
    expect(course.state).toBe('unknown');
    expect(course.payment.doubt).toBe('wrong-amount');
  });

  test('a customer who types a password is asked about until it is done', () => {
    const course = new Course().answers(pending).answers(pending).answers(pending).answers(paid);
    expect(course.asked).toEqual(['submit', 'query', 'query', 'query']);
    expect(course.state).toBe('paid');
  });

  test('a lost reply is looked up, never sent again', () => {
    const course = new Course().answers(unknown, 10_000).answers(paid);
    expect(course.asked).toEqual(['submit', 'query']);
    expect(course.state).toBe('paid');
  });

  test('a link that blinks while the customer types changes nothing on the screen', () => {
    expect(new Course().answers(pending).answers(noLink).state).toBe('pending');
  });
});

describe('the payment does not come', () => {
  test('a certain no is declined, with the reason', () => {
    const course = new Course().answers(noFunds);
    expect(course.payment.state).toEqual({ name: 'declined', reason: 'funds', said: 'NOTENOUGH' });
  });

  test('while not a byte has left, the same code is sent again, and dies 45 s after its scan', () => {
    const course = new Course().alwaysAnswers(() => noLink, 100);
    expect(course.state).toBe('not-sent');
    expect(new Set(course.asked)).toEqual(new Set(['submit']));
    expect(course.at - scanned.since).toBeLessThanOrEqual(codeAliveMs);
  });

  test('a till that started again has no code to send', () => {
    expect(new Course().answers({ kind: 'not-sent', why: 'code-gone' }).payment.state).toEqual({
      name: 'not-sent',
      why: 'code-gone',
    });
  });

  test('when patience is over the till looks, cancels and looks again, in that order and without a gap', () => {
    const course = new Course().answers(pending);
    while (course.state === 'pending') course.answers(pending);
    expect(course.at - scanned.since).toBeGreaterThanOrEqual(patienceMs);
    expect(course.ask).toEqual({ do: 'cancel', inMs: 0 });
    course.answers(cancelled);
    expect(course.ask).toEqual({ do: 'query', inMs: 0 });
    expect(course.answers(cancelled).state).toBe('cancelled');
  });

  test('a provider that says yes to a cancel is not believed until it says so of the order', () => {
    const course = new Course().answers(pending).happens({ type: 'stop', underWay: false });
    course.alwaysAnswers(asked => (asked === 'cancel' ? cancelled : pending), 40);
    expect(course.state).not.toBe('cancelled');
    expect(course.payment.polls).toBeGreaterThan(0);
  });

  test('nothing is cancelled before the provider takes cancels, and then not without looking first', () => {
    const course = new Course().answers(pending).happens({ type: 'stop', underWay: false });
    course.answers(pending);
    expect(course.ask).toEqual({ do: 'query', inMs: cancelNotBeforeMs - (course.at - scanned.since) });
    expect(course.answers(pending).ask).toEqual({ do: 'cancel', inMs: 0 });
  });

  test('an order nobody knows is not dead while its code could still arrive', () => {
    const course = new Course().answers(unknown).happens({ type: 'stop', underWay: false });
    course.alwaysAnswers(asked => (asked === 'cancel' ? cancelled : notFound));
    expect(course.state).toBe('cancelled');
    expect(course.at - scanned.since).toBeGreaterThanOrEqual(codeDeadMs);
    expect(course.asked.filter(asked => asked === 'cancel').length).toBeGreaterThan(1);
  });

  test('the customer who pays in the gap before the cancel has paid', () => {
    const course = new Course().answers(pending);
    while (course.state === 'pending') course.answers(pending);
    expect(course.answers(unknown).answers(paid).state).toBe('paid');
  });
});

describe('the desk', () => {
  const onDesk = () => {
    const course = new Course().answers(unknown);
    while (course.state !== 'suspense') course.answers(unknown);
    return course;
  };

  test('what stays unknown goes to the desk and is asked about for ever, less and less often', () => {
    const course = onDesk();
    const first = course.ask;
    course.alwaysAnswers(() => unknown, 20);
    expect(course.state).toBe('suspense');
    expect([first, course.ask]).toEqual([
      { do: 'query', inMs: 60_000 },
      { do: 'query', inMs: 600_000 },
    ]);
  });

  test('a person may ask at once', () => {
    expect(onDesk().happens({ type: 'query-now' }).ask).toEqual({ do: 'query', inMs: 0 });
  });

  test('what still could be paid is stopped from the desk as well', () => {
    const course = onDesk().answers(pending);
    expect(course.ask).toEqual({ do: 'cancel', inMs: 0 });
    expect(course.answers(cancelled).answers(cancelled).state).toBe('cancelled');
  });

  test('money for a sale that was settled otherwise is the customer’s', () => {
    const course = onDesk().happens({ type: 'given-up' }).answers(paid);
    expect(course.state).toBe('late-paid');
    expect(course.happens({ type: 'returned' }).state).toBe('refunded');
  });

  test('money that comes although the cashier had stopped it waits for a person', () => {
    const course = new Course().answers(pending).happens({ type: 'stop', underWay: false }).answers(paid);
    expect(course.state).toBe('paid-after-stop');
    expect(course.happens({ type: 'accepted' }).state).toBe('paid');
  });

  test('a person who has seen the provider’s books can close it either way', () => {
    expect(onDesk().happens({ type: 'found-unpaid' }).state).toBe('cancelled');
    const found = { type: 'found-paid', providerNumber: 'P9' } as const;
    expect(onDesk().happens(found).payment).toMatchObject({ state: { name: 'paid' }, providerNumber: 'P9' });
    expect(onDesk().happens({ type: 'given-up' }).happens(found).state).toBe('late-paid');
  });

  test('money that turns up for a dead payment is told apart and rewrites nothing', () => {
    const course = onDesk().happens({ type: 'found-unpaid' });
    course.happens({ type: 'answered', asked: 'query', answer: paid });
    expect([course.state, course.surplus]).toEqual(['cancelled', true]);
  });
});

describe('the till dies', () => {
  test('in the middle of a submit: it asks, and sends nothing again', () => {
    const course = new Course();
    course.at += 5_000;
    course.happens({ type: 'restarted', asked: 'submit' });
    expect([course.state, course.ask]).toEqual(['unknown', { do: 'query', inMs: 5_000 }]);
  });

  test('whatever the clock says after a restart, a code counts as alive for its full time again', () => {
    const course = new Course().answers(unknown);
    course.at += 3 * 3_600_000;
    course.happens({ type: 'restarted', asked: null }).happens({ type: 'stop', underWay: false });
    course.answers(notFound).answers(notFound);
    expect(course.state).toBe('cancelling');
  });
});

describe('whatever happens', () => {
  const answers = fc.constantFrom<Answer>(paid, pending, unknown, notFound, cancelled, noLink, noFunds);
  const events = fc.oneof(
    { weight: 6, arbitrary: answers.map(answer => ({ type: 'answer' as const, answer })) },
    fc.constantFrom(
      { type: 'stop', underWay: false } as const,
      { type: 'stop', underWay: true } as const,
      { type: 'wait-longer' } as const,
      { type: 'given-up' } as const,
      { type: 'query-now' } as const,
      { type: 'accepted' } as const,
      { type: 'found-unpaid' } as const,
      { type: 'found-paid', providerNumber: 'X' } as const,
      { type: 'returned' } as const,
      { type: 'restarted', asked: null } as const,
    ),
  );
  const course = (
    run: readonly (typeof events extends fc.Arbitrary<infer E> ? E : never)[],
    see: (before: Payment, now: Course) => void,
  ) => {
    const here = new Course();
    for (const event of run) {
      const before = here.payment;
      if (event.type !== 'answer') here.happens(event);
      else if (here.ask !== 'none') here.answers(event.answer);
      see(before, here);
    }
  };
  const always = (see: (before: Payment, now: Course) => void) =>
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), run => course(run, see)),
      { numRuns: 2_000 },
    );

  test('a final state is never rewritten', () =>
    always((before, { payment }) => {
      if (isFinal(before)) expect(payment).toEqual(before);
    }));

  test('a submit is asked for only while not a byte has left', () =>
    always((_, { payment, ask }) => {
      if (ask !== 'none' && ask.do === 'submit') expect(payment.state.name).toBe('submitting');
    }));

  test('what is open and waits for no person is asked about, and nothing else is', () =>
    always((_, { payment, ask }) => expect(ask !== 'none').toBe(isAsking(payment))));

  test('money is called dead only on a provider’s or a person’s word, or because nothing was ever sent', () =>
    always((before, now) => {
      if (!isDead(now.payment) || isDead(before)) return;
      const { name } = now.payment.state;
      if (name === 'not-sent') expect(before.state.name).toBe('submitting');
      else
        expect(['cancelling', 'suspense', 'pending', 'unknown', 'submitting']).toContain(before.state.name);
    }));

  test('money nobody wants any more never counts as paid', () =>
    always((_, { payment }) => {
      if (!payment.wanted) expect(payment.state.name).not.toBe('paid');
    }));
});
