import type { ChannelSettings } from '../../channels/channel.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';

/** What is stored of a channel: its settings in clear, its secrets sealed, and which setting of it this is. */
export type ChannelRow = {
  readonly channel: string;
  readonly merchant: string;
  readonly credential: number;
  readonly values: ChannelSettings;
  /** How each secret ends, to tell it by. */
  readonly endings: Readonly<Record<string, string>>;
  readonly sealed: string;
  readonly setAt: number;
};

type Row = {
  channel: string;
  merchant: string;
  credential: number;
  body: string;
  sealed: string;
  set_at: number;
};

const read = ({ body, set_at, ...row }: Row): ChannelRow => ({
  ...row,
  ...(JSON.parse(body) as Pick<ChannelRow, 'values' | 'endings'>),
  setAt: set_at,
});

/** Those in use, in the order of their names. */
export const channelRows = (db: ReadDb): ChannelRow[] =>
  db.all<Row>('SELECT * FROM channel_settings WHERE active = 1 ORDER BY channel').map(read);

export const channelRow = (db: ReadDb, channel: string): ChannelRow | undefined =>
  channelRows(db).find(row => row.channel === channel);

/** The number of the next setting of a channel; a channel that was removed goes on counting. */
export const nextCredential = (db: ReadDb, channel: string): number =>
  (db.get<{ credential: number }>('SELECT credential FROM channel_settings WHERE channel = ?', [channel])
    ?.credential ?? 0) + 1;

export function saveChannel(db: WriteDb, row: ChannelRow): void {
  const { channel, merchant, credential, values, endings, sealed, setAt } = row;
  db.run(
    `INSERT INTO channel_settings (channel, merchant, credential, active, body, sealed, set_at)
     VALUES (?, ?, ?, 1, ?, ?, ?)
     ON CONFLICT (channel) DO UPDATE SET merchant = excluded.merchant, credential = excluded.credential,
       active = 1, body = excluded.body, sealed = excluded.sealed, set_at = excluded.set_at`,
    [channel, merchant, credential, JSON.stringify({ values, endings }), sealed, setAt],
  );
}

/** Its secrets go; that it was there stays. */
export function removeChannel(db: WriteDb, channel: string): void {
  db.run("UPDATE channel_settings SET active = 0, sealed = '', body = '{}' WHERE channel = ?", [channel]);
}
