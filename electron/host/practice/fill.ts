import type { CorePort } from '../../../shared/contract/router.ts';
import type { Country, Setting } from '../../../shared/contract/setup.ts';
import type { AnswerOf, CommandName, InputOf } from '../../../shared/contract/words.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import type { Env } from '../../../shared/env.ts';
import type { SetupReads } from '../../core/ports.ts';
import { demoPin } from '../../features/setup/feature.ts';

/** 200.00 in the drawer of practice, for giving change. */
const practiceFloat = 20_000;

/**
 * Sets an empty practice till up as a copy of the shop: its settings and the names of its staff. Everybody's
 * PIN is the one on the screen, for no secret of the real till comes over. Afterwards `self` is signed in and a shift is open.
 * Rejects where the shop can't be set up; staff whose name is taken, or a setting that is refused, are left out.
 */
export async function fillPractice(
  core: CorePort,
  env: Env,
  setup: SetupReads,
  self: StaffId,
): Promise<void> {
  const say = async <Name extends CommandName>(word: Name, input: InputOf<Name>) => {
    const answer = await core.submit({ id: env.newId(), word, input }, { kind: 'page' });
    if (!answer.ok) env.log('warn', 'practice.left-out', { word, refusal: answer.refusal.code });
    return answer as AnswerOf<Name>;
  };
  const people = setup.people().filter(({ blocked }) => !blocked);
  const owner = people.find(({ role }) => role === 'owner') ?? people[0];
  const { language, country, shop } = setup.settings();
  const begun = await say('setup.begin', {
    language,
    country: country as Country,
    shop,
    ownerName: owner?.name ?? '',
    ownerPin: demoPin,
    start: 'own',
  });
  if (!begun.ok) throw new Error(`practice: ${begun.refusal.code}`);
  const signIn = (staff: string) => say('session.signIn', { staff, pin: demoPin });
  await signIn(begun.value.staff);
  for (const setting of asInTheShop(setup)) await say('setup.change', setting);
  const { drawers, ...rules } = setup.shiftRules();
  await say('shifts.setRules', { ...rules, drawers: [...drawers] });
  let there = owner?.id === self ? begun.value.staff : null;
  for (const person of people) {
    if (person === owner || person.role === 'operator') continue;
    const hired = await say('setup.addStaff', { name: person.name, role: person.role, pin: demoPin });
    if (hired.ok && person.id === self) there = hired.value.staff;
  }
  if (!there) return void (await say('session.signOut', {}));
  await signIn(there);
  // Practice begins at the counter; closing this shift and opening the next can be practised there.
  await say('shifts.open', { float: practiceFloat });
}

/** How the shop's till is worked, and its rules: whoever practises finds everything where it will be. */
function asInTheShop(setup: SetupReads): Setting[] {
  const settings = setup.settings();
  return [
    { setting: 'till-label', value: settings.tillLabel },
    { setting: 'zero-key', value: settings.zeroKey },
    { setting: 'checklist-hidden', value: true },
    { setting: 'cash-rounding', value: settings.cashRounding },
    { setting: 'auto-lock-minutes', value: settings.autoLockMinutes },
    { setting: 'hold-slip', value: settings.holdSlip },
    { setting: 'cashier-creates', value: settings.cashierCreates },
    { setting: 'floor-guard', value: settings.floorGuard },
    { setting: 'removal-rule', value: settings.removalRule },
    { setting: 'label-rules', value: [...settings.labelRules] },
    { setting: 'layout', value: settings.layout },
    { setting: 'keys', value: settings.keys },
    { setting: 'handedness', value: settings.handedness },
    { setting: 'theme', value: settings.theme },
    { setting: 'sound', value: settings.sound },
    { setting: 'voice', value: settings.voice },
  ];
}
