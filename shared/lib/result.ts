/** What a shop expects to go wrong is a value; what a programmer got wrong is an exception. */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type No<R> = { readonly ok: false; readonly refusal: R };
export type Result<T, R> = Ok<T> | No<R>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const no = <R>(refusal: R): No<R> => ({ ok: false, refusal });
