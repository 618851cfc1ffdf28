import {
  type LossesView as Losses,
  type LossFigure,
  lossMeasures,
} from '../../../shared/contract/reports.ts';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { Nothing } from './nothing.tsx';

/** The reasons that are named beside a count. */
const reasonsTold = 2;
const nothingSaid: readonly string[] = [];

/** Who took out, opened, gave back and took off how often, beside the others; what stands out has a mark and a word. */
export function LossesView({ losses }: { losses: Losses }) {
  const { t } = useWords();
  const words = t.reports;
  const { countMin, times, peersMin } = losses.rule;
  const whyOf = (reasons: Losses['cashiers'][number]['reasons']) =>
    reasons.slice(0, reasonsTold).map(({ reason, count }) => `${t.selling.removal.reasons[reason]} ${count}`);
  if (losses.cashiers.length === 0) return <Nothing />;
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <Panel className="min-h-0 flex-1 overflow-auto">
        <table className="w-full border-separate border-spacing-0 tabular-nums">
          <caption className="sr-only">{words.titles.losses}</caption>
          <thead>
            <tr className="sticky top-0 bg-sunk text-legend text-muted">
              <th scope="col" className="border-b border-line px-4 py-2 text-left font-medium">
                {words.columns.cashier}
              </th>
              <th scope="col" className="border-b border-line px-3 py-2 text-right font-medium">
                {words.columns.tickets}
              </th>
              {lossMeasures.map(measure => (
                <th
                  key={measure}
                  scope="col"
                  className="border-b border-line px-4 py-2 text-left font-medium"
                >
                  {words.measures[measure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {losses.cashiers.map(({ staff, name, tickets, figures, reasons }) => (
              <tr key={staff}>
                <th
                  scope="row"
                  className="border-b border-line px-4 py-2 text-left align-top text-lead font-semibold whitespace-nowrap"
                >
                  {name}
                </th>
                <td className="border-b border-line px-3 py-2 text-right align-top text-lead">{tickets}</td>
                {lossMeasures.map(measure => (
                  <FigureCell
                    key={measure}
                    figure={figures[measure]}
                    bare={measure === 'openings'}
                    why={measure === 'voids' ? whyOf(reasons) : nothingSaid}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <p className="shrink-0 px-2 text-legend text-muted">{words.losses.rule(countMin, times, peersMin)}</p>
    </div>
  );
}

/** `bare`: it has no amount. `why`: what was said most often. */
function FigureCell({ figure, bare, why }: { figure: LossFigure; bare: boolean; why: readonly string[] }) {
  const { t, format } = useWords();
  const words = t.reports.losses;
  const out = figure.stands === 'out';
  return (
    <td className={`border-b border-line px-4 py-2 align-top max-[1200px]:px-3 ${out ? 'bg-red-soft' : ''}`}>
      <span className="block text-lead font-semibold">
        {figure.count}
        {!bare && figure.count > 0 && (
          <span className="ml-3 text-body font-normal whitespace-nowrap">
            {format.figures(figure.amount)}
          </span>
        )}
        {out && <span className="ml-3 text-body whitespace-nowrap text-red">! {words.out}</span>}
      </span>
      <span className="flex flex-wrap gap-x-3 text-note whitespace-nowrap text-muted">
        <span>{words.rate(perHundred(figure.perThousand))}</span>
        <span>{figure.peers === null ? words.alone : words.peers(perHundred(figure.peers))}</span>
      </span>
      {why.map(each => (
        <span key={each} className="block text-note whitespace-nowrap text-muted">
          {each}
        </span>
      ))}
    </td>
  );
}

const perHundred = (perThousand: number): string => (perThousand / 10).toFixed(1);
