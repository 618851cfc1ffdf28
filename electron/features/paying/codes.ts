import type { CartId } from '../../../shared/domain/cart.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { AttemptId, IntentId } from '../../../shared/domain/payment/payment.ts';
import { codeAliveMs } from '../../../shared/domain/payment/timing.ts';
import type { Wallet } from '../../../shared/domain/wallet-codes.ts';
import type { Cancel } from '../../../shared/env.ts';
import type { FeatureParts } from '../../core/feature.ts';

/**
 * A customer's payment code. It lives in memory only: whatever prints, logs or stores it gets its last four
 * digits; `reveal` is the one way to the whole, so that every use can be found by its name.
 */
export class TakenCode {
  readonly #digits: string;
  readonly wallet: Wallet;
  /** Ms on the steady clock. */
  readonly scannedAt: number;

  constructor(digits: string, wallet: Wallet, scannedAt: number) {
    this.#digits = digits;
    this.wallet = wallet;
    this.scannedAt = scannedAt;
  }

  get tail(): string {
    return this.#digits.slice(-4);
  }

  reveal(): string {
    return this.#digits;
  }

  isAlive(steadyMs: number): boolean {
    return steadyMs - this.scannedAt < codeAliveMs;
  }

  toString(): string {
    return `code …${this.tail}`;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** A code that was read among goods, for exactly this cart and this sum. */
export type Offered = { readonly code: TakenCode; readonly cart: CartId; readonly due: Minor };

/** A code that could also be a label of goods, for exactly this frozen amount. */
export type Doubted = { readonly code: TakenCode; readonly intent: IntentId };

type Kept = AttemptId | 'offered' | 'doubted';

/**
 * Codes of payments that are not sent yet, and the one that was read before the amount was frozen. Each is
 * forgotten when it is used up, when its time is over, and with the process.
 */
export class Codes {
  readonly #parts: Pick<FeatureParts, 'env' | 'steadyMs'>;
  #offered: Pick<Offered, 'cart' | 'due'> | null = null;
  #doubted: IntentId | null = null;
  readonly #kept = new Map<Kept, { readonly code: TakenCode; readonly cancel: Cancel }>();

  constructor(parts: Pick<FeatureParts, 'env' | 'steadyMs'>) {
    this.#parts = parts;
  }

  keep(attempt: AttemptId, code: TakenCode): void {
    this.#put(attempt, code);
  }

  /** The code of an attempt while it may still be sent. */
  of(attempt: AttemptId): TakenCode | undefined {
    return this.#alive(attempt);
  }

  forget(attempt: AttemptId): void {
    this.#drop(attempt);
  }

  /** A code that waits for the amount to be frozen; it takes the place of the one before. */
  offer({ code, cart, due }: Offered): void {
    this.#offered = { cart, due };
    this.#put('offered', code);
  }

  /** Goods that were added since make another sum, which its customer has not seen. */
  offered(cart: CartId, due: () => Minor): TakenCode | undefined {
    const code = this.#alive('offered');
    return code && this.#offered?.cart === cart && this.#offered.due === due() ? code : undefined;
  }

  forgetOffered(): void {
    this.#drop('offered');
  }

  /** A code that waits for somebody to say that it is one. */
  doubt({ code, intent }: Doubted): void {
    this.#doubted = intent;
    this.#put('doubted', code);
  }

  doubted(intent: IntentId): TakenCode | undefined {
    return this.#doubted === intent ? this.#alive('doubted') : undefined;
  }

  forgetDoubted(): void {
    this.#drop('doubted');
  }

  clear(): void {
    for (const key of [...this.#kept.keys()]) this.#drop(key);
  }

  #put(key: Kept, code: TakenCode): void {
    this.#drop(key);
    const leftMs = Math.max(0, code.scannedAt + codeAliveMs - this.#parts.steadyMs());
    this.#kept.set(key, { code, cancel: this.#parts.env.after(leftMs, () => this.#drop(key)) });
  }

  #drop(key: Kept): void {
    this.#kept.get(key)?.cancel();
    this.#kept.delete(key);
  }

  #alive(key: Kept): TakenCode | undefined {
    const code = this.#kept.get(key)?.code;
    return code?.isAlive(this.#parts.steadyMs()) ? code : undefined;
  }
}
