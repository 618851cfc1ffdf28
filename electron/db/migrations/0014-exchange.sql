-- Rebuilt from the journal. The credit that goods which came back are worth at the counter (换货): `seq` is the
-- journal row of the refund that opened it. One row at most: the next credit waits until this one is used up.
CREATE TABLE exchange_credit (
  place INTEGER PRIMARY KEY CHECK (place = 0),
  seq INTEGER NOT NULL
) STRICT;

-- Rebuilt from the journal: where to find what of an exchange went back after all, by the number of its refund.
CREATE TABLE exchange_returns (
  refund INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;

-- Beside the journal: what of a customer's payment is kept back for an exchange, so that nobody sends it back.
CREATE TABLE payment_held (
  attempt TEXT PRIMARY KEY,
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT, WITHOUT ROWID;
