import '../kit/chinese-words.ts';
import { AuditScreen } from '../screens/audit/index.tsx';
import { CatalogScreen } from '../screens/catalog/index.tsx';
import { DeskScreen } from '../screens/desk/index.tsx';
import { GettingStartedScreen } from '../screens/getting-started/index.tsx';
import { HomeScreen } from '../screens/home/home-screen.tsx';
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
import { SyncingScreen } from '../screens/syncing/index.tsx';
import { HelpScreen } from './help.tsx';

/** Screens that no page of a till that sells begins with: a piece of their own, taken in when it is quiet. */
export const laterScreens = {
  'first-run': FirstRunScreen,
  'open-shift': OpenShiftScreen,
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
};
