import { inspect } from 'node:util';

/**
 * Text that may be used but never written down: printing, logging or serialising it shows `[secret]`.
 * `reveal` is the one way to the value, so that every use can be found by its name.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
