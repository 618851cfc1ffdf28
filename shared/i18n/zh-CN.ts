import { archive } from './zh-CN/archive.ts';
import { audit } from './zh-CN/audit.ts';
import { backups } from './zh-CN/backups.ts';
import { cash } from './zh-CN/cash.ts';
import { catalog } from './zh-CN/catalog.ts';
import { channels } from './zh-CN/channels.ts';
import { desk } from './zh-CN/desk.ts';
import { devices } from './zh-CN/devices.ts';
import { gettingStarted } from './zh-CN/getting-started.ts';
import { home } from './zh-CN/home.ts';
import { invoicing } from './zh-CN/invoicing.ts';
import { keys } from './zh-CN/keys.ts';
import { labels } from './zh-CN/labels.ts';
import { more } from './zh-CN/more.ts';
import { paying } from './zh-CN/paying.ts';
import { people } from './zh-CN/people.ts';
import { printing } from './zh-CN/printing.ts';
import { refunding } from './zh-CN/refunding.ts';
import { refusals } from './zh-CN/refusals.ts';
import { report } from './zh-CN/report.ts';
import { reports } from './zh-CN/reports.ts';
import { screenHelp } from './zh-CN/screen-help.ts';
import { setup } from './zh-CN/setup.ts';
import { shifts } from './zh-CN/shifts.ts';
import { suspects } from './zh-CN/suspects.ts';
import { syncing } from './zh-CN/syncing.ts';
import { firstZhCN } from './zh-CN-first.ts';

/** 简体中文: the shape that every other language must have. Files are named like the features they speak for. */
export const zhCN = {
  ...firstZhCN,
  setup,
  paying,
  refunding,
  cash,
  home,
  report,
  screenHelp,
  desk,
  channels,
  catalog,
  suspects,
  archive,
  devices,
  people,
  printing,
  invoicing,
  reports,
  syncing,
  audit,
  refusals,
  backups,
  keys,
  labels,
  shifts,
  gettingStarted,
  more,
};
export type Messages = typeof zhCN;
