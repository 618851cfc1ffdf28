import { createHash } from 'node:crypto';
import { Agent } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  batchBytesMax,
  batchRecordsMax,
  headHeader,
  signatureHeaders,
  signedText,
  uplinkPaths,
} from '../../../shared/domain/uplink.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Answer, OpenUplink, Probe, UplinkHands, UplinkSettings } from '../uplink.ts';
import { type Address, readAddress } from './address.ts';
import {
  readBatchAnswer,
  readEnrolment,
  readFailure,
  readFields,
  readHeld,
  readSaleAnswer,
} from './answer.ts';
import { exchange, type Incoming } from './exchange.ts';
import { PinnedAgent } from './pinned-agent.ts';

const sendDeadlineMs = 20_000;
const enrolDeadlineMs = 10_000;
/** A customer waits. */
const saleDeadlineMs = 4_000;
const probeDeadlineMs = 3_000;
/** A probe that takes longer means a line on which sending will crawl. */
const degradedMs = 800;
const packAboveBytes = 1_024;

/** The journal over HTTPS to a gateway whose certificate is pinned, or over plain HTTP on this machine alone. */
export const openHttps: OpenUplink = (settings, hands) => {
  const address = readAddress(settings);
  if (!address.ok) return address;
  const line = openLine(address.value, settings, hands);
  let { gateway } = settings;
  return ok({
    async send({ head, ...batch }) {
      if (gateway === null) return { kind: 'unknown-till' };
      const body = Buffer.from(JSON.stringify(batch), 'utf8');
      if (batch.records.length > batchRecordsMax || body.length > batchBytesMax) return tooLarge;
      const incoming = await line.signed('POST', uplinkPaths.journal, gateway, body, sendDeadlineMs, {
        ...(head && { [headHeader]: JSON.stringify(head) }),
      });
      return readBatchAnswer(incoming, batch.records.at(-1)?.seq ?? 0);
    },
    probe: () => probe(line, hands, gateway),
    async head() {
      if (gateway === null) return null;
      const path = uplinkPaths.state(settings.till);
      return readHeld(await line.signed('GET', path, gateway, Buffer.alloc(0), enrolDeadlineMs));
    },
    async sale(receipt) {
      if (gateway === null) return { kind: 'unknown-till' };
      const path = uplinkPaths.sale(receipt);
      return readSaleAnswer(await line.signed('GET', path, gateway, Buffer.alloc(0), saleDeadlineMs));
    },
    async enrol({ code, label }) {
      const { publicKey } = hands;
      const body = Buffer.from(JSON.stringify({ code, publicKey, till: settings.till, label }), 'utf8');
      const enrolment = readEnrolment(
        await line.signed('POST', uplinkPaths.enrol, '', body, enrolDeadlineMs),
      );
      if (enrolment.kind === 'enrolled') gateway = enrolment.gateway;
      return enrolment;
    },
    close: () => line.close(),
  });
};

const tooLarge: Answer = { kind: 'refused', reason: 'too-large', seq: null };

async function probe(line: Line, { env }: UplinkHands, gateway: string | null): Promise<Probe> {
  const startedMs = env.monotonicMs();
  const incoming = await line.plain(uplinkPaths.health, probeDeadlineMs);
  const roundTripMs = env.monotonicMs() - startedMs;
  if (incoming.kind === 'certificate-changed') return { kind: 'offline', reason: 'certificate-changed' };
  if (incoming.kind === 'unreachable') return { kind: 'offline', reason: incoming.reason };
  const failure = readFailure(incoming);
  const answering = readFields(incoming.text)?.gateway;
  if (failure?.kind === 'unreachable') return { kind: 'offline', reason: failure.reason };
  if (failure || typeof answering !== 'string') return { kind: 'offline', reason: 'not-a-gateway' };
  if (gateway !== null && answering !== gateway) return { kind: 'offline', reason: 'another-gateway' };
  const farMs = Date.parse(incoming.date ?? '');
  const clockApartMs = Number.isNaN(farMs) ? null : farMs - env.wallMs();
  return { kind: roundTripMs > degradedMs ? 'degraded' : 'online', roundTripMs, clockApartMs };
}

type Line = {
  plain(path: string, deadlineMs: number): Promise<Incoming>;
  signed(
    method: 'GET' | 'POST',
    path: string,
    gateway: string,
    body: Buffer,
    deadlineMs: number,
    more?: Readonly<Record<string, string>>,
  ): Promise<Incoming>;
  close(): void;
};

function openLine(address: Address, { till }: UplinkSettings, { env, sign }: UplinkHands): Line {
  const agent = address.fingerprint
    ? new PinnedAgent(address.fingerprint, env)
    : new Agent({ keepAlive: true, maxSockets: 2 });
  /** How far the gateway's clock is ahead, learnt when it refused ours. */
  let aheadMs = 0;

  const signedOnce: Line['signed'] = async (method, path, gateway, json, deadlineMs, more = {}) => {
    const packed = !address.loopback && json.length > packAboveBytes;
    const body = packed ? await gzipAsync(json) : json;
    const at = env.wallMs() + aheadMs;
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const text = signedText({ method, path, gateway, till, at, bodyHash });
    const headers = {
      ...more,
      'content-type': 'application/json',
      'content-length': String(body.length),
      ...(packed && { 'content-encoding': 'gzip' }),
      [signatureHeaders.till]: till,
      [signatureHeaders.at]: String(at),
      [signatureHeaders.signature]: Buffer.from(sign(Buffer.from(text, 'utf8'))).toString('base64url'),
    };
    return exchange(address, agent, env, { method, path, headers, body, deadlineMs });
  };

  return {
    plain: (path, deadlineMs) =>
      exchange(address, agent, env, { method: 'GET', path, headers: {}, body: Buffer.alloc(0), deadlineMs }),
    async signed(...request) {
      const incoming = await signedOnce(...request);
      const gatewayNowMs = readClockApart(incoming);
      if (gatewayNowMs === undefined) return incoming;
      aheadMs = gatewayNowMs - env.wallMs();
      return signedOnce(...request);
    },
    close: () => agent.destroy(),
  };
}

const gzipAsync = promisify(gzip);

/** The gateway's wall ms, where it refused a request for its time. */
function readClockApart(incoming: Incoming): number | undefined {
  if (incoming.kind !== 'answer' || incoming.status !== 401) return undefined;
  const fields = readFields(incoming.text);
  return fields?.error === 'clock-apart' && Number.isSafeInteger(fields.now) ? Number(fields.now) : undefined;
}
