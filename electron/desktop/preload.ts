import { ipcRenderer } from 'electron';

// All the page gets from its host is a wire: it asks its own window for a port, and the port comes back the
// same way. No function, no object, no name of the host crosses over.

/** The page's window, as far as a preload needs it; this floor compiles without the browser's types. */
declare const window: {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', run: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void;
};

window.addEventListener('message', ({ source, data }) => {
  const asks = source === window && typeof data === 'object' && data !== null && 'type' in data;
  if (asks && data.type === 'evertill:wire?' && 'number' in data) ipcRenderer.send('wire', data.number);
});

ipcRenderer.on('wire', ({ ports }, number: unknown) => {
  window.postMessage({ type: 'evertill:wire', number }, window.location.origin, ports);
});
ipcRenderer.on('wire-lost', () =>
  window.postMessage({ type: 'evertill:wire-lost' }, window.location.origin, []),
);
