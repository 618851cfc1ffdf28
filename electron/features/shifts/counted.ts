import { refusal } from '../../../shared/contract/refusals.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import { type CashCount, worthOf } from '../../../shared/domain/shift/cash-count.ts';
import { type No, no } from '../../../shared/lib/result.ts';
import { type Refusal, refuse } from '../../core/feature.ts';

/** Why counted coins and notes can't be, or can't be worth this sum; null where nothing speaks against it. */
export function disputed(sum: Minor, faces: CashCount | undefined, currency: string): No<Refusal> | null {
  if (!faces) return null;
  const worth = worthOf(faces, currency);
  if (!worth.ok) {
    const { code, face } = worth.refusal;
    return no(refusal(code, { face: Number(face) }));
  }
  return worth.value === sum ? null : refuse('count-does-not-add-up', { sum, worth: worth.value });
}
