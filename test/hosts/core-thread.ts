import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { realEnv } from '../../electron/host/env.ts';
import { portSocket } from '../../electron/host/port-wire.ts';
import { serveWires } from '../../electron/host/wire.ts';
import { serveLoopback } from '../../electron/loopback/server.ts';
import { openSmallCore } from './small-core.ts';

// A core in a thread of its own, so that a test can kill it without a word of goodbye. It answers on both
// wires: a port per message on its parent port, and HTTP on the port it was given.

const { folder, port } = workerData as { folder: string; port: number };
const core = openSmallCore(path.join(folder, 'counted'));
const env = realEnv((level, event, facts) => parentPort?.postMessage({ log: { level, event, facts } }));
const pageFolder = path.join(folder, 'page');
mkdirSync(pageFolder, { recursive: true });
writeFileSync(path.join(pageFolder, 'index.html'), '<!doctype html>');
const server = await serveLoopback({ core, env, pageFolder, slides: pageFolder, port });
const wires = serveWires(core, env);

parentPort?.on('message', (asked: { wire: MessagePort } | { ask: 'watchers' | 'forget' }) => {
  if ('wire' in asked) return wires.accept(portSocket(asked.wire), { kind: 'page' });
  if (asked.ask === 'forget') core.forget();
  parentPort?.postMessage({ answer: core.watchers() });
});
parentPort?.postMessage({ ready: { port: server.port, token: server.door.token } });
