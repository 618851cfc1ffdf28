import { boot } from '../host/boot.ts';
import { type DeskPort, deskLine, type ToCore, type ToMain } from '../host/desk-line.ts';
import { openLocalParts } from '../host/local.ts';
import { pathsOf } from '../host/paths.ts';
import { portSocket } from '../host/port-wire.ts';
import { FolderTaken } from '../host/start-fault.ts';
import { serveWires } from '../host/wire.ts';

// The core on the desktop: a utility process of its own. What only the main process can do it asks for
// over its parent port; every page's wire comes in as a port.

const say = (message: ToMain) => process.parentPort.postMessage(message);
const line = deskLine(say);
let takeWire: (port: DeskPort, guest: 'page' | 'customer') => void = port => port.close();
let stop = async () => {};

process.parentPort.on('message', event => {
  const message = event.data as ToCore;
  const port = event.ports[0] as DeskPort | undefined;
  if (message.type === 'start') start(message).catch(error => line.notStarted(error, message.data));
  else if (message.type === 'wire' && port) takeWire(port, message.guest);
  else if (message.type === 'stop') void stop().finally(() => process.exit(0));
  else line.hear(message, port);
});

async function start({ data, demo, vault }: Extract<ToCore, { type: 'start' }>): Promise<void> {
  const local = openLocalParts(pathsOf(data), demo, { ...line, vault: line.keystore(vault) });
  if (!local) throw new FolderTaken();
  const till = await boot(local.parts);
  const wires = serveWires(till.core, local.parts.env);
  takeWire = (port, kind) => wires.accept(portSocket(port), { kind });
  stop = async () => {
    wires.closeAll();
    await till.stop();
    local.close();
  };
  say({ type: 'open' });
}
