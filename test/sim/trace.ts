import { createHash } from 'node:crypto';

export type Trace = {
  /** Writes down that this has happened now. */
  readonly add: (line: string) => void;
  /** Two runs with the same digest went the same way, step by step. Ends the trace. */
  digest(): string;
};

/** What happens in a world, as a digest; `show` is told every line as well. */
export function openTrace(now: () => number, show: (line: string) => void = () => {}): Trace {
  const hash = createHash('sha256');
  return {
    add: line => {
      const text = `${(now() / 1_000).toFixed(3)} ${line}`;
      hash.update(`${text}\n`);
      show(text);
    },
    digest: () => hash.digest('hex').slice(0, 32),
  };
}
