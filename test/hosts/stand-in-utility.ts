import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import { MessagePortMain } from './stand-in-port.ts';

// A utility process of the stand-in Electron: gives the program its `process.parentPort`, whose messages
// carry `data` and `ports`, and wait until somebody listens.

const waiting: unknown[] = [];
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => parentPort!.postMessage(message),
});
port.on('newListener', event => {
  if (event === 'message')
    setImmediate(() => waiting.splice(0).map(message => port.emit('message', message)));
});
parentPort!.on('message', ({ data, ports }: { data: unknown; ports: MessagePort[] }) => {
  const message = { data, ports: ports.map(inner => new MessagePortMain(inner)) };
  if (port.listenerCount('message') > 0) port.emit('message', message);
  else waiting.push(message);
});
// A thread may not set the mask of its process; the main process of the stand-in has set it for all.
Object.assign(process, { parentPort: port, umask: () => 0o077 });
await import(pathToFileURL(workerData as string).href);
