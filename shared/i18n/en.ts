import { archive } from './en/archive.ts';
import { audit } from './en/audit.ts';
import { backups } from './en/backups.ts';
import { cash } from './en/cash.ts';
import { catalog } from './en/catalog.ts';
import { channels } from './en/channels.ts';
import { common } from './en/common.ts';
import { desk } from './en/desk.ts';
import { devices } from './en/devices.ts';
import { display } from './en/display.ts';
import { exchange } from './en/exchange.ts';
import { gettingStarted } from './en/getting-started.ts';
import { harms } from './en/harms.ts';
import { home } from './en/home.ts';
import { invoicing } from './en/invoicing.ts';
import { keys } from './en/keys.ts';
import { labels } from './en/labels.ts';
import { more } from './en/more.ts';
import { paying } from './en/paying.ts';
import { payments } from './en/payments.ts';
import { people } from './en/people.ts';
import { practice } from './en/practice.ts';
import { printing } from './en/printing.ts';
import { refunding } from './en/refunding.ts';
import { refusals } from './en/refusals.ts';
import { report } from './en/report.ts';
import { reports } from './en/reports.ts';
import { screenHelp } from './en/screen-help.ts';
import { selling } from './en/selling.ts';
import { session } from './en/session.ts';
import { setup } from './en/setup.ts';
import { shifts } from './en/shifts.ts';
import { suspects } from './en/suspects.ts';
import { syncing } from './en/syncing.ts';
import type { Messages } from './zh-CN.ts';

export const en: Messages = {
  common,
  session,
  setup,
  selling,
  paying,
  payments,
  desk,
  channels,
  catalog,
  refunding,
  exchange,
  shifts,
  suspects,
  cash,
  archive,
  gettingStarted,
  harms,
  home,
  devices,
  display,
  more,
  people,
  printing,
  invoicing,
  reports,
  syncing,
  audit,
  refusals,
  report,
  backups,
  screenHelp,
  keys,
  practice,
  labels,
};
