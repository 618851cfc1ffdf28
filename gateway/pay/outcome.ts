/** An HTTP answer; an empty body is one as well. */
export type Said = {
  readonly status: number;
  readonly type: 'application/json' | 'text/html; charset=utf-8';
  readonly body: string;
};

/**
 * What comes back to a till for one request, `delayMs` after it arrived. The core decides it, and the HTTP
 * server or the simulator carries it out; whether money was taken meanwhile stands on the ledger only.
 */
export type Outcome = { readonly delayMs: number } & (
  | ({ readonly does: 'reply' } & Said)
  /** The connection ends without a byte of an answer. */
  | { readonly does: 'drop' }
  /** The head announces all of `body`, half of it comes, then the connection ends. */
  | ({ readonly does: 'cut' } & Said)
);
export type ReplyOutcome = Extract<Outcome, { does: 'reply' }>;

export const dropped: Outcome = { does: 'drop', delayMs: 0 };

export const json = (body: string): ReplyOutcome => ({
  does: 'reply',
  status: 200,
  type: 'application/json',
  body,
  delayMs: 0,
});

/** What a proxy in front of the provider says when it has lost the provider, or its patience. */
export const proxyPage = (status: number): ReplyOutcome => ({
  does: 'reply',
  status,
  type: 'text/html; charset=utf-8',
  body: `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  delayMs: 0,
});
