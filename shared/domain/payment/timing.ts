// When a payment does what. All in ms on a clock that only grows (`steadyMs`), counted from the scan of the
// code (`Payment.since`) unless they say otherwise. From the providers' own pages: WeChat Pay: query every 3 to 5 s, cancel not
// before 15 s; Alipay: 10 to 20 queries within a minute, then cancel at once after the last one.

/** A code is charged within this time of its scan, or never: on the phone it lives for a minute. */
export const codeAliveMs = 45_000;
/** No provider takes a code this long after its scan: its minute, and half of one for clocks and detours. */
export const codeDeadMs = 90_000;

/** A submit that could not leave is tried again this soon, while the code is alive. */
export const resendMs = 1_000;
/** The first query after the submit's answer; where that proved nothing, not before the scan is this old. */
export const firstQueryMs = 2_000;
export const doubtQueryNotBeforeMs = 5_000;
export const queryEveryMs = 3_000;

/**
 * How long the customer may take before the till begins to cancel; and once more when the cashier says so.
 * Just short of the 45 s after which WeChat Pay gives up by itself: Jeepay closes an order until then, and
 * learns of WeChat's own giving up only eleven minutes later.
 */
export const patienceMs = 42_000;
export const cancelNotBeforeMs = 15_000;
/** Waits between tries to cancel. After the last one the payment goes to the desk. */
export const cancelWaitsMs: readonly number[] = [0, 5_000, 10_000, 20_000, 40_000];

/** On the desk: every minute for a quarter of an hour, then every ten. */
export const deskQueryMs = 60_000;
export const deskQueriesOften = 15;
export const deskQueryRarelyMs = 600_000;

/** One exchange with a provider; when it is over without an answer, the answer is unknown. */
export const deadlinesMs = { submit: 10_000, query: 5_000, cancel: 10_000 } as const;
