declare const brand: unique symbol;

/** A string or number that the compiler keeps apart from every other string or number. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
