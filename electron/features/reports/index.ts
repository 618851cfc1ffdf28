import type { ReportId } from '../../../shared/domain/report.ts';
import { lossesReport } from './losses/report.ts';
import type { Report } from './report.ts';
import { ticketsReport } from './tickets/report.ts';
import { todayReport } from './today/report.ts';

/** Every report; one line each. */
export const reportList: Readonly<Record<ReportId, Report>> = {
  today: todayReport,
  losses: lossesReport,
  tickets: ticketsReport,
};
