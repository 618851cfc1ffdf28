import { catalog } from './en/catalog.ts';
import { common } from './en/common.ts';
import { devices } from './en/devices.ts';
import { more } from './en/more.ts';
import { paying } from './en/paying.ts';
import { printing } from './en/printing.ts';
import { refusals } from './en/refusals.ts';
import { selling } from './en/selling.ts';
import { session } from './en/session.ts';
import { setup } from './en/setup.ts';
import { shifts } from './en/shifts.ts';
import { syncing } from './en/syncing.ts';
import type { Messages } from './zh-CN.ts';

export const en: Messages = {
  common,
  session,
  setup,
  selling,
  paying,
  catalog,
  shifts,
  devices,
  more,
  printing,
  syncing,
  refusals,
};
