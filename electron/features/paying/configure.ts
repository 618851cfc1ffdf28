import type { ChannelView } from '../../../shared/contract/paying.ts';
import { type Refusal, refusal } from '../../../shared/contract/refusals.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { Channel, ChannelManifest, ChannelSettings } from '../../channels/channel.ts';
import type { Answer, FeatureParts, Tx } from '../../core/feature.ts';
import type { ReadDb } from '../../db/open.ts';
import {
  type ChannelRow,
  channelRow,
  nextCredential,
  removeChannel,
  saveChannel,
} from './channel-settings.ts';
import type { Channels } from './channels.ts';

type Input = { readonly channel: string; readonly values: ChannelSettings };

/** A channel with its new settings, opened and with its secrets sealed: done before the transaction that takes it into use. */
export type Prepared = Result<
  {
    readonly channel: Channel;
    readonly row: Omit<ChannelRow, 'credential' | 'setAt'>;
    readonly changed: readonly string[];
  },
  Refusal
>;

/** Empty values stand for what is set, so that nobody has to type a secret again to change an address. */
export async function prepareChannel(
  input: Input,
  { db }: FeatureParts,
  channels: Channels,
): Promise<Prepared> {
  const manifest = channels.kindOf(input.channel)?.manifest;
  if (!manifest) return no(refusal('no-such-channel', {}));
  const before = channelRow(db, input.channel);
  const settings = await merged(input.values, manifest, before, channels);
  const opened = channels.tryOpen(input.channel, settings);
  if (!opened.ok) return no(refusal('channel-setting-wrong', opened.refusal));
  const isSecret = (key: string) =>
    manifest.fields.some(field => field.key === key && field.kind === 'secret');
  const secrets = Object.fromEntries(Object.entries(settings).filter(([key]) => isSecret(key)));
  const values = Object.fromEntries(Object.entries(settings).filter(([key]) => !isSecret(key)));
  const row = {
    channel: input.channel,
    merchant: settings[manifest.merchantField] ?? '',
    values,
    endings: Object.fromEntries(Object.entries(secrets).map(([key, secret]) => [key, secret.slice(-4)])),
    sealed: await channels.seal(secrets),
  };
  const changed = Object.keys(input.values).filter(key => input.values[key]);
  return ok({ channel: opened.value, row, changed });
}

async function merged(
  given: ChannelSettings,
  manifest: ChannelManifest,
  before: ChannelRow | undefined,
  channels: Channels,
): Promise<ChannelSettings> {
  const known: ChannelSettings = { ...before?.values, ...(await channels.secretsOf(before)) };
  return Object.fromEntries(manifest.fields.map(({ key }) => [key, (given[key] || known[key] || '').trim()]));
}

export function takeIntoUse(prepared: Prepared, tx: Tx, channels: Channels): Answer<Record<string, never>> {
  if (!prepared.ok) return prepared;
  const { channel, row, changed } = prepared.value;
  const credential = nextCredential(tx.db, row.channel);
  saveChannel(tx.db, { ...row, credential, setAt: tx.at });
  const { channel: id, merchant } = row;
  tx.record('channel-configured', { channel: id, merchant, credential, changed });
  tx.committed(() => channels.use({ channel: id, merchant, credential }, channel));
  tx.touch('payments');
  return ok({});
}

export function takeOutOfUse(id: string, tx: Tx, channels: Channels): Answer<Record<string, never>> {
  removeChannel(tx.db, id);
  tx.record('channel-removed', { channel: id });
  tx.committed(() => channels.close(id));
  tx.touch('payments');
  return ok({});
}

/** Tries settings without taking them into use; moves no money. */
export async function testChannel(input: Input, { db }: FeatureParts, channels: Channels) {
  const manifest = channels.kindOf(input.channel)?.manifest;
  if (!manifest) return no(refusal('no-such-channel', {}));
  const settings = await merged(input.values, manifest, channelRow(db, input.channel), channels);
  const opened = channels.tryOpen(input.channel, settings);
  if (!opened.ok) return no(refusal('channel-setting-wrong', opened.refusal));
  const result = await opened.value.test();
  opened.value.close();
  return ok(result);
}

/** The settings screen draws itself from this. */
export const channelViews = (db: ReadDb, channels: Channels): ChannelView[] =>
  channels.kinds.map(({ manifest }) => {
    const row = channelRow(db, manifest.id);
    const link = channels.linkOf(manifest.id);
    return {
      channel: manifest.id,
      title: manifest.title,
      configured: row !== undefined,
      link: !link ? 'off' : link.online ? 'online' : 'offline',
      fields: manifest.fields.map(field => ({
        key: field.key,
        kind: field.kind,
        title: field.title,
        hint: field.hint,
        value: field.kind === 'secret' ? (row?.endings[field.key] ?? '') : (row?.values[field.key] ?? ''),
        setAt: row?.setAt ?? null,
      })),
    };
  });
