import { openHttps } from './https/uplink.ts';
import type { OpenUplink } from './uplink.ts';

/** Every way the journal can go; one line per uplink. */
export const uplinks = {
  https: openHttps,
} satisfies Readonly<Record<string, OpenUplink>>;

export type UplinkName = keyof typeof uplinks;
