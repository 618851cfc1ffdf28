import { useEffect, useState } from 'react';
import { useLivePart } from '../../live/index.tsx';
import type { OfferedCode } from './offer.tsx';

/** The payment code that was read among goods, for as long as it lives. */
export function useOffered(): OfferedCode | null {
  const offered = useLivePart('paying.state', state => state.offered) ?? null;
  const [gone, setGone] = useState<OfferedCode | null>(null);
  useEffect(() => {
    if (!offered) return;
    const timer = setTimeout(() => setGone(offered), offered.until - Date.now());
    return () => clearTimeout(timer);
  }, [offered]);
  return offered === gone ? null : offered;
}
