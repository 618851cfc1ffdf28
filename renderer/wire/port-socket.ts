/**
 * Asks for one end of a fresh wire to the core; called once per connection, so also after each cut.
 * It may wait as long as it takes the core to come back.
 */
export type AskForPort = () => Promise<MessagePort>;

/** How long one attempt waits for a port before it counts as failed and is made again. */
const portWaitMs = 15_000;

/**
 * A WebSocket look-alike class over MessagePorts, for tRPC's `createWSClient({ url, WebSocket })`:
 * every connection asks for a port of its own, `open` is told in a macrotask (tRPC adds its listeners
 * after construction), a peer that dies is told as `close`, and after that the client connects anew.
 *
 * Use (in `connect.ts`, where the page was loaded by the desktop host):
 *   createWSClient({
 *     url: 'port:', WebSocket: makePortSocket(askPreload(window)),
 *     keepAlive: { enabled: true, intervalMs: 5_000, pongTimeoutMs: 5_000 },
 *   })
 * Keep-alive is for a core that hangs; one that dies closes the port by itself.
 */
export function makePortSocket(ask: AskForPort): typeof WebSocket {
  // tRPC uses the part of WebSocket that PortSocket has; the host suite runs it on both wires.
  return class extends PortSocket {
    constructor(url: string) {
      super(url, ask);
    }
  } as unknown as typeof WebSocket;
}

/**
 * Asks the desktop's preload for ports: the page posts `evertill:wire?` with a number to its own window,
 * the preload answers with `evertill:wire` under the same number and the port. An answer that comes after
 * the next question is closed unheard, so a slow core never leaves a port behind.
 *
 * Chromium tells nobody that the other end of a port is gone (its `close` event is behind a flag), so the
 * host says it: `evertill:wire-lost` is passed on to the port as the `close` it should have had.
 */
export function askPreload(page: Window): AskForPort {
  let asked = 0;
  let current: { port: MessagePort | undefined; answer(port: MessagePort): void } | undefined;
  page.addEventListener('message', ({ source, data, ports: [port] }) => {
    if (source !== page) return;
    if (data?.type === 'evertill:wire-lost') current?.port?.dispatchEvent(new Event('close'));
    if (data?.type !== 'evertill:wire' || !port) return;
    if (data.number !== asked || !current) return port.close();
    current.port = port;
    current.answer(port);
  });
  return () =>
    new Promise(answer => {
      asked += 1;
      current = { port: undefined, answer };
      page.postMessage({ type: 'evertill:wire?', number: asked }, page.location.origin);
    });
}

const connecting = 0;
const open = 1;
const closed = 3;

class PortSocket extends EventTarget {
  static readonly CONNECTING = connecting;
  static readonly OPEN = open;
  static readonly CLOSING = 2;
  static readonly CLOSED = closed;
  readonly CONNECTING = connecting;
  readonly OPEN = open;
  readonly CLOSING = 2;
  readonly CLOSED = closed;
  readonly url: string;
  binaryType = 'arraybuffer';
  readyState: number = connecting;
  #port: MessagePort | undefined;

  constructor(url: string, ask: AskForPort) {
    super();
    this.url = url;
    const giveUp = setTimeout(() => this.#end(1006), portWaitMs);
    ask().then(
      port => {
        clearTimeout(giveUp);
        this.#take(port);
      },
      () => {
        clearTimeout(giveUp);
        this.#end(1006);
      },
    );
  }

  send(text: string): void {
    if (this.readyState === open) this.#port?.postMessage(text);
  }

  /** Says goodbye (null), so that the core need not find out by silence. */
  close(): void {
    if (this.readyState === open) this.#port?.postMessage(null);
    this.#end(1000);
  }

  #take(port: MessagePort): void {
    if (this.readyState === closed) {
      port.close();
      return;
    }
    this.#port = port;
    port.addEventListener('close', () => this.#end(1006));
    port.addEventListener('message', event => this.#receive(event.data));
    setTimeout(() => {
      if (this.readyState !== connecting) return;
      this.readyState = open;
      this.dispatchEvent(new Event('open'));
      port.start();
    }, 0);
  }

  #receive(frame: unknown): void {
    if (typeof frame === 'string') this.dispatchEvent(new MessageEvent('message', { data: frame }));
    else this.#end(1001);
  }

  /** As a WebSocket does: one that ends before it opened tells `error` first. tRPC waits for that one. */
  #end(code: number): void {
    if (this.readyState === closed) return;
    const opened = this.readyState === open;
    this.readyState = closed;
    this.#port?.close();
    if (!opened) this.dispatchEvent(new Event('error'));
    this.dispatchEvent(new CloseEvent('close', { code }));
  }
}
