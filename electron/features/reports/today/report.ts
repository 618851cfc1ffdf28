import { sum } from '../../../../shared/domain/money.ts';
import { type Report, whole } from '../report.ts';
import { readDay } from './day.ts';

/** The hours of one day beside those of the same weekday a week before; the first of the dates that are asked for. */
export const todayReport: Report = {
  id: 'today',
  columns: [
    { id: 'hour', type: 'hour' },
    { id: 'tickets', type: 'count' },
    { id: 'takings', type: 'money' },
    { id: 'lastWeek', type: 'money' },
  ],
  read: ({ from }, eyes) => {
    const { hours } = readDay(from, eyes);
    return whole(
      hours.map(({ hour, tickets, total, lastWeek }) => [hour, tickets, total, lastWeek]),
      [
        null,
        hours.reduce((all, { tickets }) => all + tickets, 0),
        sum(hours.map(({ total }) => total)),
        sum(hours.map(({ lastWeek }) => lastWeek)),
      ],
    );
  },
};
