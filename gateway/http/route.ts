import type { GatewayRefusal } from '../../shared/domain/uplink.ts';
import type { Json } from '../../shared/lib/canonical.ts';

/** Who may come in: `anyone`, an enrolled `till` by its signature, the `operator` by the token file, or either. */
export type Admits = 'anyone' | 'till' | 'operator' | 'till-or-operator';

export type Route = {
  readonly method: 'GET' | 'POST';
  /** A segment that begins with a colon matches one `wireId` and is handed over under its name. */
  readonly path: string;
  readonly admits: Admits;
  /** Most bytes of a JSON body, unpacked; a route without it takes no body. */
  readonly bodyBytesMax?: number;
  /** The body is of any type, and the route’s own to read: `json` stays undefined. */
  readonly rawBody?: true;
  handle(call: Call): Promise<Reply>;
};

/** A request that has passed the door. */
export type Call = {
  readonly params: Readonly<Record<string, string>>;
  /** The till whose signature was checked; empty where none was asked for. */
  readonly till: string;
  readonly json: unknown;
  /** What a route needs that checks a signature by itself. */
  readonly request: SignedParts;
};

export type SignedParts = {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
  header(name: string): string | undefined;
};

export type Reply = {
  readonly status: number;
  readonly type: 'application/json' | 'text/html; charset=utf-8';
  readonly body: string;
  /** For pages only: what may load, beyond nothing. */
  readonly contentPolicy?: string;
  /** For practice only: the wire breaks before the first byte of this answer, or in the middle of its body. */
  readonly breaks?: 'before' | 'within';
};

/** Beyond the shared refusals: where a batch does not fit, and faults of the request itself. */
export type ErrorCode =
  | GatewayRefusal
  | 'expected'
  | 'fork'
  | 'unknown-till'
  | 'not-found'
  | 'method-wrong'
  | 'type-wrong'
  | 'gateway-trouble';

/** An answer of JSON, status 200. */
export const reply = (body: Json): Reply => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(body),
});

/** An answer that takes nothing: a code and flat facts about it, never what was sent. */
export const refuse = (
  status: number,
  error: ErrorCode,
  facts: Readonly<Record<string, Json>> = {},
): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ error, ...facts }),
});
