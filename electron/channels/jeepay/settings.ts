import { isLoopback } from '../../../shared/lib/loopback.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { ChannelSettings, SettingsProblem } from '../channel.ts';

export type JeepaySettings = {
  /** Without a slash at its end; may hold a path, to which `/api/…` is added. */
  readonly address: string;
  readonly mchNo: string;
  readonly appId: string;
  readonly appSecret: string;
};

/** Reads what the shop has entered. Jeepay does not sign its refusals, so nothing but TLS will do. */
export function readSettings(settings: ChannelSettings): Result<JeepaySettings, SettingsProblem> {
  const entered = (key: string) => settings[key]?.trim() ?? '';
  const missing = ['address', 'mchNo', 'appId', 'appSecret'].find(key => !entered(key));
  if (missing) return no({ field: missing, problem: 'missing' });
  const url = URL.parse(entered('address'));
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    return no({ field: 'address', problem: 'unreadable' });
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return no({ field: 'address', problem: 'not-secure' });
  return ok({
    address: url.origin + url.pathname.replace(/\/+$/, ''),
    mchNo: entered('mchNo'),
    appId: entered('appId'),
    appSecret: entered('appSecret'),
  });
}
