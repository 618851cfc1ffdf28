import {
  type Country,
  countries,
  type Language,
  type SetupView,
  type StaffCard,
} from '../../../shared/contract/setup.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { faultIn } from '../../../shared/domain/keys/key-rules.ts';
import { isAbove } from '../../../shared/domain/roles.ts';
import { roundingsIn } from '../../../shared/domain/rounding.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { no, ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse, type Tx } from '../../core/feature.ts';
import type { SetupReads } from '../../core/ports.ts';
import { type CodePorts, enrolment } from './enrolment.ts';
import { erasePersonal, type PeoplePorts, peopleCommands } from './people.ts';
import { setupProject } from './project.ts';
import { defaults, personOf, type StaffRow, setupReads, staffRows } from './settings.ts';
import { namesOnly, type SlidePorts, slideCommands } from './slides.ts';

export type SetupPorts = PeoplePorts &
  CodePorts &
  SlidePorts & {
    /** Turns a PIN into what is kept of it (argon2id); slow on purpose, so it runs before the transaction. */
    readonly hashPin: (pin: string) => Promise<string>;
    /** Whether the key to check this PIN with is gone. */
    readonly pinLost: (pinHash: string) => boolean;
    /** How long somebody is locked out by wrong tries. */
    readonly lockedSeconds: (staff: StaffId) => number;
    readonly tillId: string;
    /** This till was made for practice: whatever it is set up as, it only trains. */
    readonly practice: boolean;
    readonly vaultKind: () => SetupView['vault'];
    readonly health: () => SetupView['health'];
    readonly practised: () => boolean;
    /** Settings have changed; called after the commit. */
    readonly changed: () => void;
  };

/** The PIN of everybody in the demo shop and in practice, shown on the sign-in screen; no real till has a default. */
export const demoPin = '2580';

const easyPins = /^(\d)\1+$|^0123|^1234|^2345|^4321|^(19|20)\d\d$/;

/** First start, settings, staff: what a till must know before it sells. */
export function setupFeature(
  parts: FeatureParts,
  ports: SetupPorts,
): { feature: Feature<'setup'>; reads: SetupReads } {
  const reads = setupReads(parts.db);
  const codes = enrolment(reads, ports);
  const slides = slideCommands(reads, ports);
  const feature: Feature<'setup'> = {
    family: 'setup',
    prepare: {
      begin: async ({ ownerPin, start }) => ports.hashPin(start === 'demo' ? demoPin : ownerPin),
      addStaff: async ({ pin }) => ports.hashPin(pin),
      setPin: async ({ pin }) => ports.hashPin(pin),
      setBadge: async ({ text }) => ports.badgeDigest(cleanScan(text).text),
      ...codes.prepare,
      ...slides.prepare,
    },
    commands: {
      begin: (input, tx, pinHash) => {
        if (reads.isSetUp()) return refuse('already-set-up', {});
        const demo = input.start === 'demo';
        if (!demo && easyPins.test(input.ownerPin)) return refuse('pin-too-easy', {});
        tx.record('setup-completed', {
          language: input.language,
          country: input.country,
          currency: countries[input.country].currency,
          taxMode: countries[input.country].taxMode,
          training: ports.practice ? 'practice' : trainingIn(input.country, demo),
          shop: input.shop,
        });
        const staff = hire(tx, 'owner', input.ownerName, String(pinHash));
        if (demo) hire(tx, 'cashier', input.language === 'en' ? 'Li Min' : '李敏', String(pinHash));
        return ok({ staff });
      },
      addStaff: ({ name, role, pin }, tx, pinHash) => {
        if (easyPins.test(pin)) return refuse('pin-too-easy', {});
        if (isAbove(role, tx.actor.role)) return refuse('role-above-own', {});
        if (staffRows(tx.db).some(row => row.name === name)) return refuse('name-taken', { name });
        return ok({ staff: hire(tx, role, name, String(pinHash)) });
      },
      setPin: ({ staff, pin }, tx, pinHash) => {
        const person = reads.staff(staff);
        if (!person) return refuse('bad-input', { field: 'staff', problem: 'unknown' });
        if (person.pinHash === null) return refuse('staff-forgotten', {});
        if (easyPins.test(pin)) return refuse('pin-too-easy', {});
        tx.record('pin-set', { staff }, { name: person.name, pin: String(pinHash) });
        // From the command line it is for whoever can't get in any more: a lost phone must not keep them out.
        if (tx.actor.role === 'operator' && person.secondFactor)
          tx.record('second-factor-set', { staff, on: false });
        return ok({});
      },
      change: ({ setting, value }, tx) => {
        if (setting === 'cash-rounding' && !roundingsIn(reads.settings().country).includes(value))
          return refuse('bad-input', { field: 'cash-rounding', problem: 'not-offered' });
        const fault = setting === 'keys' ? faultIn(value) : null;
        if (fault) return no(fault);
        if (setting === 'slides' && !namesOnly(value.files, reads.settings().slides.files))
          return refuse('bad-input', { field: 'files', problem: 'unknown' });
        const before = tx.db.get<{ value: string }>('SELECT value FROM settings WHERE setting = ?', [
          setting,
        ]);
        tx.record('setting-changed', {
          setting,
          before: before ? JSON.parse(before.value) : defaults[setting],
          after: value,
        });
        return ok({});
      },
      ...peopleCommands(reads, ports),
      ...codes.commands,
      ...slides.commands,
    },
    queries: { totpUri: codes.totpUri },
    watches: { state: { topics: ['setup', 'health'], read: () => view(parts, reads, ports) } },
    tables: ['settings', 'staff', 'staff_told'],
    project: setupProject,
    react: {
      'setup-completed': (_fact, tx) => settingsChanged(tx, ports),
      'setting-changed': (_fact, tx) => settingsChanged(tx, ports),
      'staff-added': (_fact, tx) => tx.touch('setup'),
      'pin-set': (_fact, tx) => tx.touch('setup'),
      'role-changed': (_fact, tx) => tx.touch('setup'),
      'staff-renamed': (_fact, tx) => tx.touch('setup'),
      'staff-blocked': (_fact, tx) => tx.touch('setup'),
      'staff-unblocked': (_fact, tx) => tx.touch('setup'),
      'badge-set': (_fact, tx) => tx.touch('setup'),
      'badge-removed': (_fact, tx) => tx.touch('setup'),
      'totp-enrolled': (_fact, tx) => tx.touch('setup'),
      'totp-removed': (_fact, tx) => tx.touch('setup'),
      'second-factor-set': (_fact, tx) => tx.touch('setup'),
      'personal-erased': ({ body }, tx) => {
        erasePersonal(body.staff, tx);
        tx.touch('setup');
      },
    },
  };
  return { feature, reads };
}

function settingsChanged(tx: Tx, ports: SetupPorts): void {
  tx.touch('setup');
  tx.committed(ports.changed);
}

function hire(tx: Tx, role: 'cashier' | 'manager' | 'owner', name: string, pinHash: string): StaffId {
  const staff = tx.env.newId() as StaffId;
  tx.record('staff-added', { staff, role }, { name, pin: pinHash });
  return staff;
}

const trainingIn = (country: Country, demo: boolean) =>
  demo ? 'demo' : countries[country].fiscal ? 'country' : 'no';

function view(parts: FeatureParts, reads: SetupReads, ports: SetupPorts): SetupView {
  const { tillLabel, country, ...settings } = reads.settings();
  return {
    ...settings,
    firstRun: !reads.isSetUp(),
    country: country as Country,
    till: { id: ports.tillId, label: tillLabel },
    staff: staffRows(parts.db).map(row => cardOf(row, settings.language, ports)),
    health: ports.health(),
    vault: ports.vaultKind(),
    practised: ports.practised(),
    demoPin: settings.training === 'demo' || settings.training === 'practice' ? demoPin : null,
  };
}

function cardOf(row: StaffRow, language: Language, ports: SetupPorts): StaffCard {
  const { id, name, role, blocked, pinHash, sealedCodes, secondFactor } = personOf(row, language);
  return {
    id,
    name,
    role,
    blocked,
    forgotten: row.forgotten === 1,
    pinLost: pinHash !== null && ports.pinLost(pinHash),
    hasBadge: row.badge !== null,
    hasCodes: sealedCodes !== null,
    secondFactor,
    lockedSeconds: ports.lockedSeconds(id),
  };
}
