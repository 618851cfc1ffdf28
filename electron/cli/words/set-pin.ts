import type { SetupView } from '../../../shared/contract/setup.ts';
import { ok } from '../../../shared/lib/result.ts';
import { fault, type Outcome, type TillDesk } from '../answer.ts';
import { firstLine } from '../first-line.ts';

const pinShape = /^\d{4,8}$/;
const pinMax = 8;

/** `set-pin NAME`: a new PIN for somebody, read from standard input; for when nobody is left who can sign in as owner. */
export async function setPin(desk: TillDesk, name: string, staff: SetupView['staff']): Promise<Outcome> {
  const person = staff.find(each => each.name === name);
  if (!person) return fault('no-such-staff', { name, known: staff.map(each => each.name).join(', ') });
  desk.progress(desk.words.setPin.ask(name));
  const pin = await firstLine(pinMax);
  if (!pinShape.test(pin)) return fault('pin-malformed', {});
  const set = await desk.till.command('setup.setPin', { staff: person.id, pin });
  if (!set.ok) return set;
  const lines = [desk.words.setPin.done(name)];
  if (person.secondFactor) lines.push(desk.words.setPin.secondFactorOff);
  return ok({ good: true, json: { staff: person.id, name }, lines });
}
