import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';

/** A port as Electron's main process has it: events carry `data`, and nothing comes before `start`. */
export class MessagePortMain extends EventEmitter {
  readonly inner: MessagePort;
  constructor(inner: MessagePort) {
    super();
    this.inner = inner;
    inner.on('close', () => this.emit('close'));
  }
  start(): void {
    this.inner.on('message', data => this.emit('message', { data, ports: [] }));
  }
  postMessage(message: unknown): void {
    this.inner.postMessage(message);
  }
  close(): void {
    this.inner.close();
  }
}
