import { useState } from 'react';
import { Failed } from './boundary.tsx';

/** In place of a screen that could not be fetched: the page holds nothing of the shop's, so it is loaded anew. */
export function NotFetched() {
  const [incident] = useState(() => crypto.randomUUID().slice(0, 8));
  return <Failed incident={incident} again={() => location.reload()} />;
}
