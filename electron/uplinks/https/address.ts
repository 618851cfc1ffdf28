import { isLoopback } from '../../../shared/lib/loopback.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { SettingsFault, UplinkSettings } from '../uplink.ts';

export type Address = {
  readonly host: string;
  readonly port: number;
  /** True where nobody between the till and the gateway can listen. */
  readonly loopback: boolean;
  /** The pinned certificate, 64 lower-case hex digits; null for plain HTTP. */
  readonly fingerprint: string | null;
};

/** Reads where the gateway is. Plain HTTP is for this machine alone; HTTPS needs the certificate to trust. */
export function readAddress({ url, fingerprint }: UplinkSettings): Result<Address, SettingsFault> {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password)
    return no('address-unreadable');
  if (parsed.pathname !== '/' || parsed.search || parsed.hash) return no('address-unreadable');
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const loopback = isLoopback(host);
  if (parsed.protocol === 'http:') {
    const port = Number(parsed.port || 80);
    return loopback ? ok({ host, port, loopback, fingerprint: null }) : no('plain-http-only-on-this-machine');
  }
  if (!fingerprint) return no('fingerprint-missing');
  const digits = fingerprint.replace(/[:\s]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(digits)) return no('fingerprint-unreadable');
  return ok({ host, port: Number(parsed.port || 443), loopback, fingerprint: digits });
}
