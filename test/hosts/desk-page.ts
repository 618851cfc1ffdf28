import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { askPreload, makePortSocket } from '../../renderer/wire/port-socket.ts';
import { answersTo } from '../../shared/contract/answers.ts';
import type { Router } from '../../shared/contract/router.ts';

// The least page for the desktop's wire: it watches one word that any window may, and leaves what it saw where a test can look.

const seen: unknown[] = [];
const client = createWSClient({
  url: 'port:',
  WebSocket: makePortSocket(askPreload(window)),
  retryDelayMs: () => 50,
});
const trpc = createTRPCClient<Router>({ links: [wsLink({ client })] });
trpc.watch.subscribe(
  { word: 'practice.state', input: {} },
  { onData: answersTo(answer => seen.push(answer)) },
);
let said = 0;
/** A command as the page sends it; `practising` means the practice till. */
const say = (word: string, input: unknown, practising = false) => {
  said += 1;
  return trpc.command.mutate({ id: `desk-${said}`, word, input, ...(practising ? { practising } : {}) });
};
Object.assign(window, { seen, say, ask: (word: string) => trpc.query.query({ word, input: {} }) });
