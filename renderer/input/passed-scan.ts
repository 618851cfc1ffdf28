import type { WedgeScan } from './wedge.ts';

// A window that comes up takes the focus with it, and a keyboard scanner types where the focus is. What is scanned
// into the customer's screen is the cashier's all the same; but that screen says nothing to the core, so it hands
// the scan to the till's window that opened it.

const type = 'evertill:scan';

/** Hands a scan to the window that opened this one; where nobody did, nobody is there to take it. */
export function passScan(page: Window, scan: WedgeScan): void {
  (page.opener as Window | null)?.postMessage({ type, scan }, page.location.origin);
}

/** Hears what windows of our own hand over; gives a function that stops it. */
export function hearPassedScans(page: Window, heard: (scan: WedgeScan) => void): () => void {
  const listen = ({ origin, data }: MessageEvent<{ type?: unknown; scan: WedgeScan } | null>) => {
    if (origin === page.location.origin && data?.type === type) heard(data.scan);
  };
  page.addEventListener('message', listen);
  return () => page.removeEventListener('message', listen);
}
