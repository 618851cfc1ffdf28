import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type CuttingWire = {
  readonly port: number;
  /** Where it leads; set it anew after the far end moved. */
  leadTo(port: number): void;
  /** From now on each answer is swallowed: the far end does its work and the till hears nothing. */
  loseAnswers(lose: boolean): void;
  /** From now on nothing passes and nothing closes: a black hole. */
  hang(hang: boolean): void;
  close(): Promise<void>;
};

/** A wire to a port on this machine that can lose answers after the far end has committed, or go silent. */
export async function cuttingWire(): Promise<CuttingWire> {
  let farPort = 0;
  let losing = false;
  let hanging = false;
  const sockets = new Set<Socket>();
  const server = createServer(near => {
    const far = connect(farPort, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined); // Cut on purpose, from either side.
    }
    near.on('data', data => {
      if (!hanging) far.write(data);
    });
    far.on('data', data => {
      if (losing) near.destroy();
      else if (!hanging) near.write(data);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: port => {
      farPort = port;
    },
    loseAnswers: lose => {
      losing = lose;
    },
    hang: hang => {
      hanging = hang;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
