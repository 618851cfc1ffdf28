import type { Findings } from '../../../shared/i18n/cli.ts';
import type { Sentence } from '../../../shared/i18n/index.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Desk, messageOf, type Outcome } from '../answer.ts';
import { type OpenTill, openTill } from '../open-till.ts';
import type { Finding } from './finding.ts';
import { lookAtMachine } from './machine.ts';
import { lookAtTill } from './till.ts';

/**
 * `doctor`: what works, what does not, what to do. Looks at the machine first, for where the till will not
 * open that is where the reason lies. Never makes a data folder that was not there.
 */
export async function doctor(
  desk: Desk,
  inTillsWords: (till: OpenTill) => Promise<Desk>,
): Promise<{ outcome: Outcome; speaks: Desk }> {
  const machine = await lookAtMachine(desk.data);
  const opened = await open(desk.data, machine);
  if ('finding' in opened) return reportOn([...machine, opened.finding], desk);
  let speaks = desk;
  try {
    speaks = await inTillsWords(opened.till);
    return reportOn([...machine, ...(await lookAtTill(opened.till))], speaks);
  } catch (error) {
    // It opened, and then could not say how it is: that is a finding like any other.
    return reportOn([...machine, trouble('does-not-open', messageOf(error))], speaks);
  } finally {
    await opened.till.close();
  }
}

async function open(
  data: string,
  machine: readonly Finding[],
): Promise<{ readonly till: OpenTill } | { readonly finding: Finding }> {
  const folder = machine.find(each => each.name === 'folder');
  const missing = folder?.name === 'folder' && folder.found.problem === 'missing';
  if (missing) return { finding: trouble('none') };
  try {
    const till = await openTill(data, { devices: true });
    return till ? { till } : { finding: trouble('no-answer') };
  } catch (error) {
    return { finding: trouble('does-not-open', messageOf(error)) };
  }
}

const trouble = (problem: Findings['till']['problem'], reason = ''): Finding => ({
  name: 'till',
  state: problem === 'none' ? 'warning' : 'bad',
  found: { runs: 'nowhere', problem, reason },
});

function reportOn(findings: readonly Finding[], desk: Desk): { outcome: Outcome; speaks: Desk } {
  const { words } = desk;
  const told = findings.map(finding => ({ ...finding, ...sayFinding(finding, desk) }));
  const count = (state: Finding['state']) => told.filter(each => each.state === state).length;
  const lines = told.flatMap(({ name, state, what, todo }) => [
    `[${words.doctor.states[state]}] ${words.doctor.titles[name]}: ${what}`,
    ...(state !== 'good' && todo ? [`    ${words.todo(todo)}`] : []),
  ]);
  const good = count('bad') === 0;
  return {
    speaks: desk,
    outcome: ok({
      good,
      json: {
        good,
        data: desk.data,
        checks: told.map(({ name, state, what, todo, found }) => ({
          name,
          state,
          what,
          todo: state === 'good' ? '' : todo,
          found,
        })),
      },
      lines: [...lines, words.doctor.verdict(count('bad'), count('warning'))],
    }),
  };
}

function sayFinding({ name, found }: Finding, { words }: Desk): Sentence {
  const say = words.doctor.findings[name] as (found: Finding['found']) => Sentence;
  return say(found);
}
