import type { Statement } from 'better-sqlite3';
import type { HeldSale, SetAside } from '../../shared/domain/uplink.ts';
import type { Connection } from './open.ts';
import type { EnrolledTill, Summary, TillState } from './store.ts';

type Text = string;
type Asks<Row, Params extends unknown[]> = Statement<Params, Row>;

export type Statements = ReturnType<typeof prepare>;

/** Every sentence the embedded store says to SQLite, prepared once per connection. */
export function prepare(db: Connection) {
  const say = <Row, Params extends unknown[]>(sql: string): Asks<Row, Params> => db.prepare<Params, Row>(sql);
  return {
    nameGateway: say<never, [id: Text]>('insert into gateway (one, id) values (1, ?) on conflict do nothing'),
    gateway: say<{ id: string }, []>('select id from gateway'),
    till: say<EnrolledTill, [till: Text]>(
      'select till, label, public_key as publicKey, enrolled_at as enrolledAt from tills where till = ?',
    ),
    enrol: say<never, [EnrolledTill]>(
      `insert into tills (till, label, public_key, enrolled_at) values (@till, @label, @publicKey, @enrolledAt)
       on conflict (till) do update
       set label = excluded.label, public_key = excluded.public_key, enrolled_at = excluded.enrolled_at`,
    ),
    state: say<Omit<TillState, 'signed'> & { signed: string | null }, [till: Text]>(
      'select epoch, acked_through as ackedThrough, head, signed_head as signed from epochs where till = ? order by no desc limit 1',
    ),
    epoch: say<{ no: number; ackedThrough: number; head: string }, [till: Text, epoch: Text]>(
      'select no, acked_through as ackedThrough, head from epochs where till = ? and epoch = ?',
    ),
    startEpoch: say<never, [till: Text, epoch: Text]>(
      `insert into epochs (till, epoch, acked_through, head) values (?, ?, 0, '')`,
    ),
    advance: say<never, [seq: number, head: Text, no: number]>(
      'update epochs set acked_through = ?, head = ? where no = ?',
    ),
    keepHead: say<never, [head: Text, no: number]>('update epochs set signed_head = ? where no = ?'),
    held: say<{ seq: number; hash: string }, [no: number, first: number, last: number]>(
      'select seq, hash from records where epoch_no = ? and seq between ? and ?',
    ),
    before: say<{ hash: string }, [till: Text, epoch: Text, seq: number]>(
      `select hash from epochs join records on epoch_no = no where till = ? and epoch <> ? and seq = ?`,
    ),
    record: say<never, [number, number, Text, Text, Text, Text | null, number]>(
      `insert into records (epoch_no, seq, hash, kind, sealed, set_aside, received_at) values (?, ?, ?, ?, ?, ?, ?)`,
    ),
    setAside: say<SetAside, [no: number, first: number, last: number]>(
      `select seq, set_aside as reason from records
       where epoch_no = ? and seq between ? and ? and set_aside is not null order by seq`,
    ),
    sale: say<{ arrivals: number }, [Text, no: number, seq: number, number: number, total: number, Text]>(
      `insert into sales (sale, epoch_no, seq, number, total, receipt) values (?, ?, ?, ?, ?, ?)
       on conflict (sale) do update set arrivals = arrivals + 1 returning arrivals`,
    ),
    tender: say<never, [id: Text, sale: Text, kind: Text, amount: number]>(
      `insert into tenders (tender, sale, kind, amount) values (?, ?, ?, ?)
       on conflict (tender) do update set captures = captures + 1`,
    ),
    salesOf: say<{ sale: Text; label: Text; sealed: Text; hash: Text }, [receipt: Text, most: number]>(
      `select sale, label, sealed, hash from sales
       join records using (epoch_no, seq) join epochs on no = epoch_no join tills using (till)
       where receipt = ? order by records.rowid desc limit +?`,
    ),
    goodsOf: say<HeldSale['goodsBack'][number], [sale: Text]>(
      'select till, line, sum(quantity) as quantity from goods_back where sale = ? group by line, till',
    ),
    moneyOf: say<HeldSale['moneyBack'][number], [sale: Text]>(
      'select till, tender, sum(amount) as amount from money_back where sale = ? group by tender, till',
    ),
    summary: say<Summary, []>('select * from summary'),
  };
}
