import { createHash, X509Certificate } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayFault } from './fault.ts';
import { isLoopback } from './http/door.ts';

export type Certificate = {
  /** Key and certificate in one PEM text. */
  readonly pem: string;
  /** Lower-case hex of SHA-256 over the certificate's DER; what tills pin. */
  readonly fingerprint: string;
};

const validYears = 10;

/**
 * The gateway's own certificate, made once and kept as `tls.pem` (mode 0600). Tills trust this very
 * certificate by its fingerprint, so neither its names nor its dates carry any trust; a new one needs
 * every till to enrol again. Throws `GatewayFault` certificate-unreadable.
 */
export async function ownCertificate(dataDir: string, host: string, wallMs: number): Promise<Certificate> {
  const file = join(dataDir, 'tls.pem');
  const kept = readIfThere(file);
  if (kept !== undefined) return describe(kept, file);
  const notBeforeDate = new Date(wallMs - 86_400_000);
  const notAfterDate = new Date(notBeforeDate);
  notAfterDate.setUTCFullYear(notAfterDate.getUTCFullYear() + validYears);
  const { generate } = await import('selfsigned'); // A third of a second to load, needed once in ten years.
  const made = await generate([{ name: 'commonName', value: 'Evertill gateway' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames: alternativeNames(host) }],
  });
  const pem = `${made.private.trim()}\n${made.cert.trim()}\n`;
  writePrivately(file, pem);
  return describe(pem, file);
}

/** Writes a secret whole or not at all, readable by its owner only, and on disk when this returns. */
export function writePrivately(file: string, text: string): void {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

/** A file's text, or undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function describe(pem: string, file: string): Certificate {
  try {
    return { pem, fingerprint: createHash('sha256').update(new X509Certificate(pem).raw).digest('hex') };
  } catch (error) {
    throw new GatewayFault('certificate-unreadable', file, error);
  }
}

function alternativeNames(host: string): { type: 2 | 7; value?: string; ip?: string }[] {
  const local = [
    { type: 2 as const, value: 'localhost' },
    { type: 7 as const, ip: '127.0.0.1' },
  ];
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return local;
  return [...local, /^[\d.]+$|:/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }];
}
