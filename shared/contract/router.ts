import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { changesBetween } from '../lib/changes.ts';
import { Id } from './fields.ts';
import type { Answer } from './words.ts';

/**
 * Who speaks on a wire. The till's page acts for whoever is signed in, at the practice till where it says so; a command
 * line under its own name. The customer's screen acts for nobody: it can only watch, and only what is its own.
 */
export type Caller =
  | { readonly kind: 'page'; readonly practising?: true }
  | { readonly kind: 'customer'; readonly practising?: true }
  | { readonly kind: 'command-line'; readonly name: string };

/** Said with every call that is meant for the practice till, so that none can stray into the real one. */
const Practising = z.literal(true).optional();
/** A command as it travels. `id` is made once by the sender and repeated after a reconnect, so it works once. */
export const CommandEnvelope = z.object({
  id: Id,
  word: Id,
  input: z.unknown(),
  approval: Id.optional(),
  practising: Practising,
});
export type CommandEnvelope = z.output<typeof CommandEnvelope>;
const Ask = z.object({ word: Id, input: z.unknown(), practising: Practising });

/** The part of an AbortSignal that is needed; this floor knows neither browser nor Node. */
export type StopSignal = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', run: () => void, options?: { once: boolean }): void;
};

/** The core, as a wire sees it. It checks word, input and permission itself; nothing here is trusted. */
export type CorePort = {
  submit(envelope: CommandEnvelope, caller: Caller): Promise<Answer<unknown>>;
  query(word: string, input: unknown, caller: Caller): Promise<Answer<unknown>>;
  /** Answers now and after each change, the latest winning, until `signal` ends it. A refusal (nobody signed in) is an answer too: the next one may be better. */
  watch(word: string, input: unknown, caller: Caller, signal: StopSignal): AsyncIterable<Answer<unknown>>;
};

export type WireContext = { readonly core: CorePort; readonly caller: Caller };

/** Who speaks was decided at the door; which till is meant, a page says for itself. */
const callerOf = ({ caller }: WireContext, { practising }: { practising?: true | undefined }): Caller =>
  caller.kind !== 'command-line' && practising ? { ...caller, practising } : caller;

const neverStops: StopSignal = { aborted: false, addEventListener: () => {} };

// Never in development mode: it would send the stack of a fault to whoever asks.
const t = initTRPC.context<WireContext>().create({ isDev: false });

/**
 * The one router of both wires: three verbs, and the table of words beside it. The words are typed by
 * `words.ts` on both ends, so the router has no need to know them one by one. A watch tells its first answer
 * whole and then what has changed (`answersTo` puts it together): a scan into a cart of two hundred lines is one line on the wire.
 */
export const router = t.router({
  command: t.procedure
    .input(CommandEnvelope)
    .mutation(({ input, ctx }) => ctx.core.submit(input, callerOf(ctx, input))),
  query: t.procedure
    .input(Ask)
    .query(({ input, ctx }) => ctx.core.query(input.word, input.input, callerOf(ctx, input))),
  watch: t.procedure.input(Ask).subscription(async function* ({ input, ctx, signal }) {
    let told: unknown;
    const answers = ctx.core.watch(input.word, input.input, callerOf(ctx, input), signal ?? neverStops);
    for await (const answer of answers) {
      yield changesBetween(told, answer);
      told = answer;
    }
  }),
});
export type Router = typeof router;
