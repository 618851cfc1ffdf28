import { type LossMeasure, lossMeasures } from '../../../../shared/contract/reports.ts';
import { sum } from '../../../../shared/domain/money.ts';
import { type Report, whole } from '../report.ts';
import { readLosses } from './losses.ts';

/** Per person: how often and for how much, and whether it stands out among the others. */
export const lossesReport: Report = {
  id: 'losses',
  columns: [
    { id: 'cashier', type: 'text' },
    { id: 'tickets', type: 'count' },
    { id: 'voids', type: 'count' },
    { id: 'voidsAmount', type: 'money' },
    { id: 'openings', type: 'count' },
    { id: 'refunds', type: 'count' },
    { id: 'refundsAmount', type: 'money' },
    { id: 'discounts', type: 'count' },
    { id: 'discountsAmount', type: 'money' },
    { id: 'overrides', type: 'count' },
    { id: 'overridesAmount', type: 'money' },
    { id: 'floors', type: 'count' },
    { id: 'floorsAmount', type: 'money' },
    { id: 'standsOut', type: 'word' },
  ],
  read: ({ from, to }, eyes) => {
    const { cashiers } = readLosses(from, to, eyes);
    const sums = (measure: LossMeasure) => {
      const figures = cashiers.map(cashier => cashier.figures[measure]);
      return [
        figures.reduce((count, each) => count + each.count, 0),
        sum(figures.map(each => each.amount)),
      ] as const;
    };
    return whole(
      cashiers.map(({ name, tickets, figures }) => [
        name,
        tickets,
        figures.voids.count,
        figures.voids.amount,
        figures.openings.count,
        figures.refunds.count,
        figures.refunds.amount,
        figures.discounts.count,
        figures.discounts.amount,
        figures.overrides.count,
        figures.overrides.amount,
        figures.floors.count,
        figures.floors.amount,
        lossMeasures.some(measure => figures[measure].stands === 'out') ? 'out' : null,
      ]),
      [
        null,
        cashiers.reduce((count, each) => count + each.tickets, 0),
        ...sums('voids'),
        sums('openings')[0],
        ...sums('refunds'),
        ...sums('discounts'),
        ...sums('overrides'),
        ...sums('floors'),
        null,
      ],
    );
  },
};
