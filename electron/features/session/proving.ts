import { looksLikeBadge } from '../../../shared/domain/badge.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { type No, ok, type Result } from '../../../shared/lib/result.ts';
import { type FeatureParts, type Refusal, refuse, type Tx } from '../../core/feature.ts';
import type { Person, SetupReads } from '../../core/ports.ts';
import type { Lockout } from './lockout.ts';

export type ProvingPorts = {
  readonly setup: SetupReads;
  /** Whether the PIN is the one behind the hash, or that its key is `lost`; slow on purpose. */
  readonly verifyPin: (pinHash: string, pin: string) => Promise<boolean | 'lost'>;
  readonly badgeMatches: (digest: string, text: string) => boolean;
  /** The step of time a one-time code belongs to; null where it is wrong, `lost` where its secret does not open. */
  readonly stepOf: (sealed: string, code: string) => Promise<number | null | 'lost'>;
};

/** What `stepOf` said; `none` where the person has no codes, or gave none. */
export type CodeCheck = number | null | 'lost' | 'none';

type Proved = Result<Person, Refusal>;

/**
 * Who somebody is, by PIN, badge or one-time code. What is slow is checked before the command; a wrong try
 * counts inside it, so many at once count as many.
 */
export class Proving {
  readonly #parts: FeatureParts;
  readonly #ports: ProvingPorts;
  readonly #lockout: Lockout;

  constructor(parts: FeatureParts, ports: ProvingPorts, lockout: Lockout) {
    this.#parts = parts;
    this.#ports = ports;
    this.#lockout = lockout;
  }

  async checkPin(staff: StaffId, pin = ''): Promise<boolean | 'lost'> {
    const pinHash = this.#ports.setup.staff(staff)?.pinHash;
    return pinHash ? this.#ports.verifyPin(pinHash, pin) : false;
  }

  async checkCode(staff: StaffId, code: string | undefined): Promise<CodeCheck> {
    const sealed = this.#ports.setup.staff(staff)?.sealedCodes;
    return sealed && code !== undefined ? this.#ports.stepOf(sealed, code) : 'none';
  }

  byPin(staff: StaffId, right: boolean, tx: Tx): Proved {
    const able = this.#able(staff);
    if (!able.ok || right) return able;
    return this.#wrong(staff, 'pin', tx);
  }

  byCode(staff: StaffId, check: CodeCheck, tx: Tx): Proved {
    const able = this.#able(staff);
    if (!able.ok) return able;
    if (check === 'none') return refuse('codes-not-set-up', {});
    if (check === 'lost') return refuse('code-lost', {});
    if (check === null) return this.#wrong(staff, 'code', tx);
    // Whoever overheard a code on the phone has nothing: the journal knows that it has been used.
    if (this.#isUsed(staff, check)) return refuse('code-used', {});
    tx.record('code-used', { staff, step: check });
    return able;
  }

  byBadge(raw: string, tx: Tx): Proved {
    const seconds = this.#lockout.secondsLeft('badge');
    if (seconds > 0) return refuse('pin-locked', { seconds });
    const staff = this.personWith(raw);
    return staff === undefined ? this.#wrong('badge', 'badge', tx) : this.#able(staff);
  }

  /** Whose badge this text is. */
  personWith(raw: string): StaffId | undefined {
    const { text } = cleanScan(raw);
    if (!looksLikeBadge(text)) return undefined;
    const { setup, badgeMatches } = this.#ports;
    return setup.badges().find(({ digest }) => badgeMatches(digest, text))?.staff;
  }

  #able(staff: StaffId): Proved {
    const person = this.#ports.setup.staff(staff);
    // Nobody of that name works here: the journal takes no text from somebody unknown.
    if (!person) return refuse('pin-wrong', { triesLeft: 0 });
    if (person.blocked) return refuse('staff-blocked', { name: person.name });
    const seconds = this.#lockout.secondsLeft(staff);
    return seconds > 0 ? refuse('pin-locked', { seconds }) : ok(person);
  }

  #wrong(who: StaffId | 'badge', by: 'pin' | 'badge' | 'code', tx: Tx): No<Refusal> {
    const { locked, seconds, triesLeft } = this.#lockout.failed(who, by, tx);
    if (locked) return refuse('pin-locked', { seconds });
    return by === 'badge' ? refuse('badge-unknown', { triesLeft }) : refuse(`${by}-wrong`, { triesLeft });
  }

  #isUsed = (staff: StaffId, step: number): boolean =>
    this.#parts.db.get('SELECT 1 FROM used_codes WHERE staff = ? AND step = ?', [staff, step]) !== undefined;
}
