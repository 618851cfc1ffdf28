/** Grows with every change of the schema; a store of a later version is left alone. */
export const schemaVersion = 3;

/**
 * Sales by the number on their paper, and what came back of them at any till, a row a line and a row a part of
 * the money. A refund that arrives again under another epoch is still one.
 */
const comeBack = `
create index sales_by_receipt on sales (receipt);

create table goods_back (
  sale text not null,
  line integer not null,
  refund text not null,
  till text not null,
  sold integer not null,
  quantity integer not null,
  primary key (sale, line, refund)
) strict, without rowid;

create table money_back (
  sale text not null,
  part text not null,
  till text not null,
  tender text not null,
  amount integer not null,
  primary key (sale, part)
) strict, without rowid;
`;

/**
 * `records` holds the sealed text itself, the very bytes whose hash was checked, so that the chain can be
 * verified again at any time; nobody may change or delete one. `sales` and `tenders` count what was read in them.
 */
export const schema = `
create table gateway (
  one integer primary key check (one = 1),
  id text not null
) strict;

create table tills (
  till text primary key,
  label text not null,
  public_key text not null,
  enrolled_at integer not null
) strict, without rowid;

create table epochs (
  no integer primary key,
  till text not null,
  epoch text not null,
  acked_through integer not null,
  head text not null,
  signed_head text,
  unique (till, epoch)
) strict;

create table records (
  epoch_no integer not null references epochs (no),
  seq integer not null,
  hash text not null,
  kind text not null,
  sealed text not null,
  set_aside text,
  received_at integer not null,
  unique (epoch_no, seq)
) strict;

create index records_set_aside on records (epoch_no, seq, set_aside) where set_aside is not null;

create trigger records_never_change before update on records begin
  select raise(abort, 'a journal record is never changed');
end;
create trigger records_never_go before delete on records begin
  select raise(abort, 'a journal record is never deleted');
end;

create table sales (
  sale text primary key,
  epoch_no integer not null,
  seq integer not null,
  number integer not null,
  total integer not null,
  arrivals integer not null default 1,
  receipt text
) strict, without rowid;

${comeBack}
create table tenders (
  tender text primary key,
  sale text not null,
  kind text not null,
  amount integer not null,
  captures integer not null default 1
) strict, without rowid;

create view summary as select
  (select count(*) from sales) as received,
  (select count(*) from records) as records,
  (select coalesce(sum(arrivals - 1), 0) from sales) as duplicates,
  (select coalesce(max(captures), 0) from tenders) as maxCapturesPerTender,
  (select count(*) from records where set_aside is not null) as setAside;
`;

/** What each older version lacks, by the version that brought it: 2, the last head that a till has signed, as JSON. */
export const additions: Readonly<Record<number, string>> = {
  2: 'alter table epochs add column signed_head text',
  3: `alter table sales add column receipt text; ${comeBack}
    update sales set receipt = (
      select sealed ->> '$.body.sale.receipt' from records
      where records.epoch_no = sales.epoch_no and records.seq = sales.seq and json_valid(sealed));`,
};
