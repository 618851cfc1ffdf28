import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, isIP, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, expect, test } from 'vitest';
import { testEnv } from '../../test/conformance/uplinks/paper-till.ts';
import type { ChannelReply } from './channel.ts';
import { openClient } from './client.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) {
    server.close();
    await once(server, 'close');
  }
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', socket => sockets.push(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A far end that reads a whole request, then does `then` with the line. */
const after = (then: (socket: Socket) => void) =>
  createServer(socket => {
    let heard = '';
    socket.on('data', data => {
      heard += data.toString();
      if (heard.endsWith('{"a":1}')) then(socket);
    });
  });

/** A far end that says this and hangs up. */
const saying = (text: string) => after(socket => socket.end(text));

/** The clocks of Env in the test's hands: `expire` lets every deadline pass at once. */
function heldEnv() {
  const due = new Set<() => void>();
  const after = (_delayMs: number, run: () => void) => {
    due.add(run);
    return () => due.delete(run);
  };
  return {
    env: { after, monotonicMs: () => 0 },
    expire: () => [...due].forEach(run => void run()),
  };
}

const sending = (url: string) => ({
  method: 'POST' as const,
  url,
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  deadlineMs: 5_000,
});
const askAt = (url: string) => openClient(testEnv()).exchange(sending(url));
const ask = async (server: Server) => askAt(`http://127.0.0.1:${await listening(server)}/pay/x?y=1`);

const head = 'HTTP/1.1 200 OK\r\n';
const notSent = (why: string) => ({ kind: 'not-sent', why });
const lost = (why: string) => ({ kind: 'lost', why });

test('a whole answer comes back as it was, whatever its status; the request went out once, as it was given', async () => {
  const heard: unknown[] = [];
  const server = createHttpServer((request, response) => {
    let body = '';
    request.on('data', data => (body += String(data)));
    request.on('end', () => {
      const { method, url, headers } = request;
      heard.push([method, url, headers['content-type'], headers.connection, body]);
      response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end('{"支付":"好"}');
    });
  });
  expect(await ask(server)).toEqual({ kind: 'reply', status: 302, text: '{"支付":"好"}' });
  expect(heard).toEqual([['POST', '/pay/x?y=1', 'application/json', 'close', '{"a":1}']]);
});

test('plain HTTP goes nowhere but to this machine, not even to a name that looks like it', async () => {
  for (const host of ['192.168.1.2', 'pay.example', '127.0.0.1.pay.example', 'localhost.example', '0.0.0.0'])
    expect([host, await askAt(`http://${host}:1/`)]).toEqual([host, notSent('not-secure')]);
  expect(await askAt('ftp://127.0.0.1/')).toEqual(notSent('not-secure'));
  expect(await askAt('nonsense')).toEqual(notSent('no-address'));
  expect(await askAt('http://localhost:1/')).toEqual(notSent('refused'));
  expect(await askAt('http://[::1]:1/')).toEqual(notSent('refused'));
});

test('where nobody listens, nothing was sent', async () => {
  const server = createServer();
  const port = await listening(server);
  server.close();
  expect(await askAt(`http://127.0.0.1:${port}/`)).toEqual(notSent('refused'));
  expect(await askAt(`https://127.0.0.1:${port}/`)).toEqual(notSent('refused'));
});

test('a name that nobody knows is told apart from a line that is gone', async () => {
  // Without any name server this is a line that is gone.
  const answer = await askAt('https://nowhere.invalid/');
  expect([notSent('no-address'), notSent('no-link')]).toContainEqual(answer);
});

test('once a byte may have left, a hang-up at any moment is lost, never not sent', async () => {
  const behaviours: Record<string, Server> = {
    'accepts and closes before it reads': createServer(socket => socket.destroy()),
    'reads and closes without a word': saying(''),
    'closes within its headers': saying(`${head}content-le`),
    'closes after its headers': saying(`${head}content-length: 9\r\n\r\n`),
    'closes half-way': saying(`${head}content-length: 9\r\n\r\n{"a"`),
    'closes within a chunk': saying(`${head}transfer-encoding: chunked\r\n\r\n9\r\n{"a"`),
    'wants another protocol': saying('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  };
  for (const [what, server] of Object.entries(behaviours))
    expect([what, await ask(server)]).toEqual([what, lost('cut')]);
});

test('what is no HTTP, or longer than it said, or too long for anybody, is unreadable', async () => {
  const tooMuch = 'x'.repeat(300_000);
  const behaviours: Record<string, Server> = {
    'speaks no HTTP': saying('SSH-2.0-OpenSSH_9.6\r\n'),
    'says more than it announced': saying(`${head}content-length: 3\r\n\r\n{"a":1}`),
    'says far too much': saying(`${head}content-length: ${tooMuch.length}\r\n\r\n${tooMuch}`),
    'never stops its headers': saying(`${head}x: ${tooMuch}`),
    'names a length that is none': saying(`${head}content-length: -1\r\n\r\n{}`),
  };
  for (const [what, server] of Object.entries(behaviours))
    expect([what, await ask(server)]).toEqual([what, lost('unreadable')]);
});

test('a line that is reset at once is one or the other, and never an answer', async () => {
  // Whether the reset is noticed before the first byte leaves is a race; both are true.
  const answer = await ask(createServer(socket => socket.resetAndDestroy()));
  expect([notSent('no-link'), lost('cut')]).toContainEqual(answer);
});

/** Lets the deadline pass once the far end has done its part. */
async function expiring(reached: (server: Server) => Promise<unknown>, server: Server, scheme = 'http') {
  const { env, expire } = heldEnv();
  const answer = openClient(env).exchange(sending(`${scheme}://127.0.0.1:${await listening(server)}/`));
  await reached(server);
  expire();
  return answer;
}

test('a far end that hangs is given up at the deadline', async () => {
  const silent = after(socket => silent.emit('heard', socket));
  expect(await expiring(server => once(server, 'heard'), silent)).toEqual(lost('timeout'));
});

test('a far end that drips does not stretch the deadline', async () => {
  const dripping = after(socket => {
    socket.write(`${head}content-length: 9\r\n\r\n`);
    for (const character of '{"a"') socket.write(character);
    socket.write('', () => dripping.emit('dripped'));
  });
  expect(await expiring(server => once(server, 'dripped'), dripping)).toEqual(lost('timeout'));
});

test('a handshake that never ends is not sent', async () => {
  const silent = createServer(socket => socket.on('data', () => silent.emit('greeted')));
  expect(await expiring(server => once(server, 'greeted'), silent, 'https')).toEqual(notSent('no-link'));
});

/** A key and a certificate of its own making for one name, in one PEM text. */
async function certificateFor(name: string): Promise<string> {
  const value = isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name };
  const extensions = [{ name: 'subjectAltName' as const, altNames: [value] }];
  const made = await generate([{ name: 'commonName', value: name }], { keyType: 'ec', extensions });
  return `${made.private}\n${made.cert}`;
}

/** A TLS server with that certificate, and how many bytes of requests it has read. */
function tlsServer(pem: string) {
  const heard = { bytes: 0 };
  const server = createTlsServer({ key: pem, cert: pem }, socket => {
    socket.on('data', data => {
      heard.bytes += data.length;
      socket.end(`${head}content-length: 2\r\n\r\n{}`);
    });
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  return { server, heard };
}

test('a certificate that nobody vouches for gets not a byte of a request, whatever the environment says', async () => {
  const { server, heard } = tlsServer(await certificateFor('127.0.0.1'));
  const port = await listening(server);
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const answer = await askAt(`https://127.0.0.1:${port}/`);
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  expect(answer).toEqual(notSent('not-secure'));
  expect(await askAt(`https://localhost:${port}/`)).toEqual(notSent('not-secure'));
  expect(heard.bytes).toBe(0);
});

test('a certificate that is vouched for is taken for its own name, for no other', async () => {
  const names = ['127.0.0.1', 'localhost', 'pay.example'];
  const pems = await Promise.all(names.map(certificateFor));
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, ...pems.map(pem => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')))]);
  const answers: ChannelReply[] = [];
  for (const pem of pems)
    answers.push(await askAt(`https://127.0.0.1:${await listening(tlsServer(pem).server)}/`));
  setDefaultCACertificates(before);
  const reply = { kind: 'reply', status: 200, text: '{}' };
  expect(answers).toEqual([reply, notSent('not-secure'), notSent('not-secure')]);
});

test('a far end that speaks no TLS gets not a byte of a request', async () => {
  const heard: string[] = [];
  const server = createServer(socket => {
    socket.on('data', data => heard.push(data.toString('latin1')));
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  expect(await askAt(`https://127.0.0.1:${await listening(server)}/`)).toEqual(notSent('not-secure'));
  expect(heard.join('')).not.toContain('POST');
});

test('closing drops what is under way and says of it what can be said', async () => {
  const client = openClient(testEnv());
  const silent = after(() => client.close());
  expect(await client.exchange(sending(`http://127.0.0.1:${await listening(silent)}/`))).toEqual(lost('cut'));
  const greeted = createServer(socket => socket.on('data', () => client.close()));
  const port = await listening(greeted);
  expect(await client.exchange(sending(`https://127.0.0.1:${port}/`))).toEqual(notSent('no-link'));
});
