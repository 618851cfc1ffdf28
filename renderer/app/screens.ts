import type { ComponentType } from 'react';
import { AuditScreen } from '../screens/audit/index.tsx';
import { CatalogScreen } from '../screens/catalog/index.tsx';
import { DeskScreen } from '../screens/desk/index.tsx';
import { GettingStartedScreen } from '../screens/getting-started/index.tsx';
import { HomeScreen } from '../screens/home/index.tsx';
import { InvoiceRequestScreen, InvoicesScreen } from '../screens/invoicing/index.tsx';
import { MoreScreen } from '../screens/more/index.tsx';
import { ReceiptsScreen } from '../screens/printing/index.tsx';
import { RefundingScreen } from '../screens/refunding/index.tsx';
import { ReportsScreen } from '../screens/reports/index.tsx';
import { SettingsScreen } from '../screens/settings/index.tsx';
import { FirstRunScreen } from '../screens/setup/index.tsx';
import {
  CashScreen,
  CloseShiftScreen,
  OpenShiftScreen,
  ShiftArchiveScreen,
} from '../screens/shifts/index.tsx';
import { SignInScreen } from '../screens/sign-in/index.tsx';
import { SyncingScreen } from '../screens/syncing/index.tsx';
import { Counter } from './counter.tsx';
import { HelpScreen } from './help.tsx';

/**
 * Every screen of the till. A screen takes no props: it asks `useLive`, says `useCommand`, goes elsewhere by
 * `goTo`, and never imports another screen. The shell draws the strip above it; the screen fills the rest,
 * its own legend at the foot (`<Legend>`).
 */
export const screens = {
  'first-run': FirstRunScreen,
  'sign-in': SignInScreen,
  'open-shift': OpenShiftScreen,
  counter: Counter,
  receipts: ReceiptsScreen,
  refunding: RefundingScreen,
  catalog: CatalogScreen,
  syncing: SyncingScreen,
  desk: DeskScreen,
  invoice: InvoiceRequestScreen,
  invoices: InvoicesScreen,
  audit: AuditScreen,
  reports: ReportsScreen,
  settings: SettingsScreen,
  'close-shift': CloseShiftScreen,
  cash: CashScreen,
  archive: ShiftArchiveScreen,
  home: HomeScreen,
  'getting-started': GettingStartedScreen,
  more: MoreScreen,
  help: HelpScreen,
} as const satisfies Record<string, ComponentType>;

export type ScreenName = keyof typeof screens;
