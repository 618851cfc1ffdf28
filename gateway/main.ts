import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { realEnv } from './env.ts';
import { GatewayFault } from './fault.ts';
import { practiceMerchant } from './pay/jeepay/merchant.ts';
import { jeepayBase } from './pay/routes.ts';
import { type Gateway, startGateway } from './server.ts';
import { codeLifeMs } from './tills/codes.ts';
import { codeLine, faultWords, greeting, stopped, usage } from './words.ts';

const minutes = codeLifeMs / 60_000;

/** `npm run gateway`: one process, one data folder; 0 = stopped when asked, 1 = could not start, 2 = asked wrongly. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const { dataDir, json, child, ...options } = asked;
  const gateway = await startGateway({ dataDir, ...options, env: realEnv() });
  stopWhenAsked(gateway, json, child);
  const { url, id, fingerprint, practicePay, operatorTokenFile } = gateway;
  const code = gateway.newEnrolmentCode();
  if (json) {
    const channels = practicePay ? { jeepay: { address: url + jeepayBase, ...practiceMerchant } } : {};
    const found = { url, gateway: id, fingerprint: fingerprint ?? null, code, operatorTokenFile, channels };
    console.log(JSON.stringify(found));
    return;
  }
  console.log(greeting({ url, ...(fingerprint && { fingerprint }), code, minutes, dataDir, practicePay }));
  if (!child) renewCodeOnEnter(gateway);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string', default: join(homedir(), '.evertill', 'gateway') },
        port: { type: 'string', default: '0' },
        host: { type: 'string', default: '127.0.0.1' },
        https: { type: 'boolean', default: false },
        'practice-pay': { type: 'boolean' },
        'known-as': { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        child: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535) return undefined;
    const { host, https, json, child, 'known-as': knownAs, 'practice-pay': practicePay } = values;
    return { dataDir: resolve(values.data), port, host, https, knownAs, practicePay, json, child };
  } catch {
    return undefined; // An unknown option; the usage line says which there are.
  }
}

function renewCodeOnEnter(gateway: Gateway): void {
  if (!process.stdin.isTTY) return;
  process.stdin.on('data', () => console.log(codeLine(gateway.newEnrolmentCode(), minutes)));
  process.stdin.unref();
}

/** A child also stops when its stdin ends, so that a till that is killed leaves no gateway behind on its folder. */
function stopWhenAsked(gateway: Gateway, json: boolean, child: boolean): void {
  const stopNow = () => {
    gateway
      .stop()
      .then(() => {
        if (!json) console.log(stopped);
        process.exit(0);
      })
      .catch(fail);
  };
  process.once('SIGINT', stopNow);
  process.once('SIGTERM', stopNow);
  if (child) process.stdin.once('end', stopNow).resume();
}

function fail(error: unknown): void {
  console.error(error instanceof GatewayFault ? faultWords[error.code] : error);
  process.exit(1);
}

main().catch(fail);
