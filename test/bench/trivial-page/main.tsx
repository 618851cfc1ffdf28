import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The least that a page with React can be: what the till's page is measured against. */
function Trivial() {
  const [presses, setPresses] = useState(0);
  return (
    <button type="button" data-ready="" onClick={() => setPresses(presses + 1)}>
      {presses}
    </button>
  );
}

createRoot(document.getElementById('root')!).render(<Trivial />);
