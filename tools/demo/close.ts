import type { ReportView } from '../../shared/contract/shifts.ts';
import { type Minor, minor } from '../../shared/domain/money.ts';
import type { Paper } from '../../shared/domain/paper.ts';
import type { Suspect } from '../../shared/domain/shift/detective.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { Stage } from './day.ts';
import { type Person, type Served, withLeave } from './serve.ts';

/** A shift that was closed: its Z, what explains its difference, and its paper as it came out of the printer. */
export type ClosedShift = {
  readonly z: ReportView;
  readonly suspects: readonly Suspect[];
  readonly paper: Paper;
};

/** Counts the drawer blind, as often as the till asks, has the manager sign, and closes; all of it stays as float. */
export async function closeShift(stage: Stage, counted: Minor, manager: Person): Promise<ClosedShift> {
  const { hands, words, tell, language } = stage;
  const format = formatsFor(language, 'CNY');
  const shift = (await hands.see('shifts.current'))!;
  for (let again = true; again; )
    again = (await hands.say('shifts.count', { shift: shift.id, counted })).again;
  if (shift.cashier !== manager.staff) await withLeave(hands, 'shifts.sign', { shift: shift.id }, manager);
  const { held, unknown, unverified } = (await hands.ask('shifts.closing', { shift: shift.id })).carried;
  const z = await hands.say('shifts.close', {
    shift: shift.id,
    carried: { held, unknown: unknown.count, unverified: unverified.count },
    left: counted,
    bag: '',
  });
  const apart = z.variance!;
  const size = format.amount(minor(Math.abs(apart)));
  const verdict = apart === 0 ? words.even : apart > 0 ? words.over(size) : words.short(size);
  tell(`${words.closed(z.closing!.z, format.amount(z.expected), format.amount(counted))} · ${verdict}`);
  await changePlaces(stage, manager);
  const suspects = await hands.ask('shifts.suspects', { shift: shift.id });
  for (const { about } of suspects.slice(0, 1)) tell(words.suspect(about, size));
  return { z, suspects, paper: await paperOfTheZ(stage) };
}

export async function changePlaces({ hands }: Stage, person: Person): Promise<void> {
  await hands.say('session.signOut', {});
  await hands.say('session.signIn', person);
}

/** A cash sale of this shift whose sum no other one has: whoever loses exactly this much can find it. */
export function planted(served: readonly Served[]): Served {
  const alone = served.find(
    ({ cash }) =>
      cash > 0 && served.filter(each => each.cash === cash || each.paid.change === cash).length === 1,
  );
  assert(alone, 'some cash sale has a sum of its own');
  return alone;
}

async function paperOfTheZ({ hands }: Stage): Promise<Paper> {
  const jobs = await hands.until('printing.jobs', all =>
    all.every(job => job.state === 'sent' || job.state === 'printed'),
  );
  const report = jobs.find(job => job.kind === 'report');
  const paper = report && (await hands.ask('printing.paper', { job: report.job }));
  assert(paper, 'the report was printed');
  return paper;
}
