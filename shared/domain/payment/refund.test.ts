import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '../money.ts';
import type { AttemptId } from './payment.ts';
import {
  isAskingBack,
  lastNumber,
  newRefund,
  type Refund,
  type RefundAnswer,
  type RefundAsk,
  type RefundAsked,
  type RefundEvent,
  type RefundId,
  refundStep,
} from './refund.ts';

const amount = minor(500);
const refunded: RefundAnswer = { kind: 'refunded', amount };
const processing: RefundAnswer = { kind: 'processing' };
const empty: RefundAnswer = { kind: 'failed', reason: 'balance', said: 'NOTENOUGH', spent: true };
const refused: RefundAnswer = { kind: 'failed', reason: 'other', said: '订单状态不正确', spent: false };
const notFound: RefundAnswer = { kind: 'not-found' };
const noLink: RefundAnswer = { kind: 'not-sent', why: 'no-link' };
const unknown: RefundAnswer = { kind: 'unknown', why: 'timeout' };

const begun = newRefund(
  {
    id: 'r1' as RefundId,
    attempt: 'a1' as AttemptId,
    order: 'O1',
    channel: 'jeepay',
    amount,
    currency: 'CNY',
  },
  1,
);

class Course {
  refund: Refund = begun;
  ask: RefundAsk | 'none' = { do: 'refund', inMs: 0 };
  readonly sent: { asked: RefundAsked; number: string }[] = [];

  happens(event: RefundEvent): this {
    const { next, ask } = refundStep(this.refund, event);
    this.refund = next;
    if (ask !== 'as-before') this.ask = ask;
    return this;
  }

  answers(...answers: RefundAnswer[]): this {
    for (const answer of answers) {
      if (this.ask === 'none') throw new Error('nothing is asked');
      const asked = this.ask.do;
      this.sent.push({ asked, number: lastNumber(this.refund) });
      this.happens({ type: 'answered', asked, answer });
    }
    return this;
  }

  get state() {
    return this.refund.state.name;
  }
}

describe('money goes back', () => {
  test('at once, or when the provider has done it', () => {
    expect(new Course().answers(refunded).state).toBe('refunded');
    const course = new Course().answers(processing, processing, refunded);
    expect(course.state).toBe('refunded');
    expect(course.sent.map(({ asked }) => asked)).toEqual(['refund', 'query-refund', 'query-refund']);
  });

  test('without network it waits and goes under the same number', () => {
    const course = new Course().answers(noLink, noLink, noLink, refunded);
    expect(course.sent).toEqual(Array.from({ length: 4 }, () => ({ asked: 'refund', number: 'O1R1T1' })));
  });

  test('a lost reply is looked up, not sent again', () => {
    const course = new Course().answers(unknown, unknown, refunded);
    expect(course.sent.map(({ asked }) => asked)).toEqual(['refund', 'query-refund', 'query-refund']);
  });

  test('a refund the provider does not know for long is sent again under the same number', () => {
    const course = new Course().answers(unknown, notFound, notFound, notFound, refunded);
    expect(course.sent.at(-1)).toEqual({ asked: 'refund', number: 'O1R1T1' });
    expect(course.state).toBe('refunded');
  });

  test('another sum than was asked for is not believed', () => {
    expect(new Course().answers({ kind: 'refunded', amount: minor(1) }).refund.doubt).toBe('wrong-amount');
  });
});

describe('the merchant’s account is empty', () => {
  test('it is said plainly and waits for a person', () => {
    const course = new Course().answers(empty);
    expect(course.refund.state).toEqual({
      name: 'refund-failed',
      reason: 'balance',
      said: 'NOTENOUGH',
      spent: true,
    });
    expect(course.ask).toBe('none');
  });

  test('the next try takes a new number where a failed one is spent, and the same one where it is not', () => {
    const fresh = new Course().answers(empty).happens({ type: 'again', numbers: 'new-after-failure' });
    expect(
      lastNumber(fresh.answers(empty).happens({ type: 'again', numbers: 'new-after-failure' }).refund),
    ).toBe('O1R1T3');
    const same = new Course().answers(empty).happens({ type: 'again', numbers: 'same' });
    expect(same.answers(refunded).sent.at(-1)).toEqual({ asked: 'refund', number: 'O1R1T1' });
  });
});

describe('a send that went astray', () => {
  test('a refusal is no proof while an earlier send under this number can still arrive', () => {
    const course = new Course().answers(unknown, notFound, notFound, notFound, refused);
    expect(course.state).toBe('refund-unknown');
    expect(course.answers(refunded).state).toBe('refunded');
  });

  test('a number that the provider never had is used again: whatever is on its way finds it taken', () => {
    const course = new Course().answers(refused).happens({ type: 'again', numbers: 'new-after-failure' });
    expect(course.answers(refunded).sent).toEqual([
      { asked: 'refund', number: 'O1R1T1' },
      { asked: 'refund', number: 'O1R1T1' },
    ]);
  });

  test('after a restart in the middle of a send it counts as astray', () => {
    const course = new Course()
      .happens({ type: 'restarted' })
      .answers(notFound, notFound, notFound, notFound, refused);
    expect(course.state).toBe('refund-unknown');
  });
});

describe('whatever happens', () => {
  const answer = fc.constantFrom(refunded, processing, empty, refused, notFound, noLink, unknown);
  const event = fc.oneof(
    { weight: 4, arbitrary: answer },
    fc.constantFrom<RefundEvent>(
      { type: 'restarted' },
      { type: 'query-now' },
      { type: 'again', numbers: 'new-after-failure' },
    ),
  );

  test('a new number is taken only after the last one certainly failed, and nothing follows a refund', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 50 }), run => {
        const course = new Course();
        for (const each of run) {
          const before = course.refund;
          if ('type' in each) course.happens(each);
          else if (course.ask !== 'none') course.answers(each);
          if (before.state.name === 'refunded') expect(course.refund).toEqual(before);
          if (lastNumber(course.refund) !== lastNumber(before))
            expect(before.state.name).toBe('refund-failed');
          expect(course.ask !== 'none').toBe(isAskingBack(course.refund));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
