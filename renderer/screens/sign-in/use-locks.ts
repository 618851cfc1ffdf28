import { useEffect, useState } from 'react';

/** How often the seconds on the screen are counted anew, ms. */
const countEveryMs = 250;

/**
 * Counts down who is locked out for how long. It only saves the cashier from trying in vain: the core keeps
 * the lock, and counts it on its own clock.
 */
export function useLocks(): {
  readonly lock: (staff: string, seconds: number) => void;
  readonly secondsLeft: (staff: string) => number;
} {
  const [until, setUntil] = useState<Readonly<Record<string, number>>>({});
  const [now, setNow] = useState(() => performance.now());
  const counting = Object.values(until).some(end => end > now);
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => setNow(performance.now()), countEveryMs);
    return () => clearInterval(timer);
  }, [counting]);
  return {
    lock: (staff, seconds) => {
      const at = performance.now();
      setNow(at);
      setUntil(all => ({ ...all, [staff]: at + seconds * 1000 }));
    },
    secondsLeft: staff => Math.max(0, Math.ceil(((until[staff] ?? 0) - now) / 1000)),
  };
}
