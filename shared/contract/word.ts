import type { z } from 'zod';
import type { Permission } from '../domain/roles.ts';

export type WordKind = 'command' | 'query' | 'watch';

/**
 * One word between screen and core. A `command` changes things, in one transaction, once per command id;
 * a `query` reads; a `watch` answers now, after each change of its topics, and again after a reconnect.
 */
export type Word<Kind extends WordKind = WordKind, Input extends z.ZodType = z.ZodType, Output = unknown> = {
  readonly kind: Kind;
  readonly permission: Permission;
  /** Needed as well where a feature says so of what the word would do; see `leave` in `electron/core/feature.ts`. */
  readonly beyond?: Permission | undefined;
  readonly input: Input;
  /** Only for the type checker: what the word answers. */
  readonly output?: Output;
};

export const command = <Input extends z.ZodType>(
  permission: Permission,
  input: Input,
  { beyond }: Pick<Word, 'beyond'> = {},
) => word('command', permission, input, beyond);
export const query = <Input extends z.ZodType>(permission: Permission, input: Input) =>
  word('query', permission, input);
export const watch = <Input extends z.ZodType>(permission: Permission, input: Input) =>
  word('watch', permission, input);

function word<Kind extends WordKind, Input extends z.ZodType>(
  kind: Kind,
  permission: Permission,
  input: Input,
  beyond?: Permission,
) {
  return { returns: <Output>(): Word<Kind, Input, Output> => ({ kind, permission, beyond, input }) };
}
