import { createHash } from 'node:crypto';
import { Agent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { UplinkEnv } from '../uplink.ts';

/** The far end shows another certificate than the one the till was enrolled with. */
export class CertificateChanged extends Error {}

export class ConnectTimeout extends Error {}

const connectTimeoutMs = 5_000;

/**
 * Connections to the one certificate that was pinned. The usual check against the machine's authorities is
 * off, as the gateway's certificate is its own; instead a socket is handed to HTTP only after its handshake
 * showed the pinned certificate, so that nothing of a request reaches anybody else.
 */
export class PinnedAgent extends Agent {
  readonly #fingerprint: string;
  readonly #env: UplinkEnv;

  constructor(fingerprint: string, env: UplinkEnv) {
    super({ keepAlive: true, maxSockets: 2, maxCachedSessions: 0 });
    this.#fingerprint = fingerprint;
    this.#env = env;
  }

  override createConnection(
    options: RequestOptions,
    done?: (error: Error | null, socket: Duplex) => void,
  ): Duplex | null | undefined {
    const { host, port, servername } = options;
    const socket = connect({
      host: host ?? undefined,
      port: Number(port),
      ...(servername && { servername }),
      minVersion: 'TLSv1.3',
      rejectUnauthorized: false,
    });
    const forget = this.#env.after(connectTimeoutMs, () => socket.destroy(new ConnectTimeout()));
    socket.once('secureConnect', () => {
      forget();
      const shown = createHash('sha256').update(socket.getPeerCertificate().raw).digest('hex');
      if (shown === this.#fingerprint) done?.(null, socket);
      else socket.destroy(new CertificateChanged());
    });
    socket.once('error', error => {
      forget();
      done?.(error, socket);
    });
    socket.once('close', () => done?.(new Error('closed during the handshake'), socket));
    return undefined;
  }
}
