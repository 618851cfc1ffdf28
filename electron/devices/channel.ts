import type { Off } from './signal.ts';

/**
 * A line between two processes that carries plain JSON, each message whole, in order. `onEnd`: the other
 * side is gone; told once at most, also to those who ask afterwards.
 */
export type Channel = {
  post(message: unknown): void;
  onMessage(listen: (message: unknown) => void): Off;
  onEnd(listen: () => void): Off;
};
