import { clip } from '../../shared/lib/text.ts';
import { Secret } from './secret.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Values under these keys are never written, whatever they hold. */
const secretKey =
  /^(pin|text|scan|code|secret|token|ticket|cookie|password|key|authorization|phone|openid)$|(Pin|Secret|Token|Ticket|Password|Key|Code|Phone)$/;
/** Payment codes have 16 to 24 digits, cards 13 to 19; in an error's words such a run is cut to its end. */
const longDigits = /\d{9,}(?=\d{4})/g;
const depthMax = 4;
const entriesMax = 40;
const charactersMax = 2000;

/** Facts as they may be written: secrets masked by key and by type, everything bounded. */
export function redact(facts: Facts): Record<string, unknown> {
  return redactEntries(facts, 0);
}

function redactEntries(facts: Facts, depth: number): Record<string, unknown> {
  const entries = Object.entries(facts).slice(0, entriesMax);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, secretKey.test(key) ? '[redacted]' : redactValue(value, depth)]),
  );
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return clip(value, charactersMax);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
  if (value instanceof Secret) return value.toJSON();
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= depthMax) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, entriesMax).map(entry => redactValue(entry, depth + 1));
  return redactEntries(value as Facts, depth + 1);
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const masked = (text: string) => clip(text.replace(longDigits, '…'), charactersMax);
  return {
    name: error.name,
    message: masked(error.message),
    stack: masked(error.stack ?? ''),
    ...(error.cause instanceof Error && depth < depthMax
      ? { cause: redactError(error.cause, depth + 1) }
      : {}),
  };
}
