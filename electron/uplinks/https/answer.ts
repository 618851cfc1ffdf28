import { heldSalesMax, refusals, type SetAside, setAsideReasons } from '../../../shared/domain/uplink.ts';
import type { Answer, Enrolment, HeldHead, RefusedReason, SaleAnswer } from '../uplink.ts';
import type { Incoming } from './exchange.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The JSON object of an answer; undefined where a captive portal or a stranger answered instead. */
export function readFields(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined; // Not JSON, so not from a gateway; the caller says so.
  }
}

/** What became of a batch that ended at seq `last`. Nothing in an answer is believed unread. */
export function readBatchAnswer(incoming: Incoming, last: number): Answer {
  const failure = readFailure(incoming);
  if (failure) return failure;
  const fields = incoming.kind === 'answer' ? readFields(incoming.text) : undefined;
  const ackedThrough = readSeq(fields?.ackedThrough);
  const setAside = readSetAside(fields?.setAside);
  if (ackedThrough === null || !setAside) return { kind: 'unreachable', reason: 'not-a-gateway' };
  // Only what was in this batch may count as acknowledged, whatever the far end says to hold.
  return { kind: 'accepted', ackedThrough: Math.min(ackedThrough, last), setAside };
}

/** What the far end holds of this till; null where the answer is none. */
export function readHeld(incoming: Incoming): HeldHead | null {
  const fields =
    incoming.kind === 'answer' && incoming.status === 200 ? readFields(incoming.text) : undefined;
  const seq = readSeq(fields?.ackedThrough);
  if (seq === null) return null;
  if (seq === 0) return { seq, hash: '' };
  return typeof fields?.head === 'string' ? { seq, hash: fields.head } : null;
}

/** What became of an enrolment. */
export function readEnrolment(incoming: Incoming): Enrolment {
  const failure = readFailure(incoming);
  if (failure?.kind === 'refused') return { kind: 'refused', reason: failure.reason };
  if (failure?.kind === 'unreachable') return failure;
  const gateway = incoming.kind === 'answer' ? readFields(incoming.text)?.gateway : undefined;
  if (failure || typeof gateway !== 'string' || !gateway)
    return { kind: 'unreachable', reason: 'not-a-gateway' };
  return { kind: 'enrolled', gateway };
}

/** What the far end holds of a receipt; its sales stay unread. */
export function readSaleAnswer(incoming: Incoming): SaleAnswer {
  const failure = readFailure(incoming);
  if (failure?.kind === 'refused') return { kind: 'refused', reason: failure.reason };
  if (failure?.kind === 'unreachable' || failure?.kind === 'unknown-till') return failure;
  const sales = incoming.kind === 'answer' ? readFields(incoming.text)?.sales : undefined;
  if (failure || !Array.isArray(sales) || sales.length > heldSalesMax)
    return { kind: 'unreachable', reason: 'not-a-gateway' };
  return { kind: 'held', sales };
}

/** Everything but a plain yes; undefined for status 200. */
export function readFailure(incoming: Incoming): Exclude<Answer, { kind: 'accepted' }> | undefined {
  if (incoming.kind === 'certificate-changed')
    return { kind: 'refused', reason: 'certificate-changed', seq: null };
  if (incoming.kind === 'unreachable') return incoming;
  if (incoming.status === 200) return undefined;
  if (incoming.status >= 500) return { kind: 'unreachable', reason: 'gateway-trouble' };
  const fields = readFields(incoming.text);
  const error = fields?.error;
  const seq = readSeq(fields?.seq);
  if (error === 'unknown-till') return { kind: 'unknown-till' };
  if ((error === 'expected' || error === 'fork') && seq !== null) return { kind: error, seq };
  const reason = refusals.find(each => each === error) satisfies RefusedReason | undefined;
  return reason ? { kind: 'refused', reason, seq } : { kind: 'unreachable', reason: 'not-a-gateway' };
}

const readSeq = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

function readSetAside(value: unknown): readonly SetAside[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows: SetAside[] = [];
  for (const each of value as readonly unknown[]) {
    const { seq, reason } = (typeof each === 'object' && each !== null ? each : {}) as Fields;
    const known = setAsideReasons.find(one => one === reason) ?? 'body-unreadable';
    const at = readSeq(seq);
    if (at === null) return undefined;
    rows.push({ seq: at, reason: known });
  }
  return rows;
}
