import { useEffect, useState } from 'react';

/** Wall ms, drawn anew every `everyMs`: seconds that pass are the page's to count, not the core's to send. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
