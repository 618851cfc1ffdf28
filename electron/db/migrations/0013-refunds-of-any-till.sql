-- Rebuilt from the journal. Goods of another till's sale come back here too, and there the number of a sale is
-- another one's; so `sale` is the sale's id from now on.
DROP TABLE refunds;
CREATE TABLE refunds (
  number INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  sale TEXT,
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
CREATE INDEX refunds_of_sale ON refunds (sale);
INSERT INTO refunds (number, seq, sale, amount)
SELECT body ->> '$.refund.number', seq, body ->> '$.refund.sale.id', body ->> '$.refund.total'
FROM journal WHERE kind IN ('sale-refunded', 'sale-voided');

-- How much of a line has come back, in thousandths: no way through the program brings back more than was sold.
DROP TABLE refunded_lines;
CREATE TABLE refunded_lines (
  sale TEXT NOT NULL,
  line INTEGER NOT NULL,
  sold INTEGER NOT NULL,
  refunded INTEGER NOT NULL CHECK (refunded BETWEEN 0 AND sold),
  PRIMARY KEY (sale, line)
) STRICT, WITHOUT ROWID;
INSERT INTO refunded_lines (sale, line, sold, refunded)
SELECT body ->> '$.refund.sale.id', line.value ->> '$.id', max(line.value ->> '$.sold'), sum(line.value ->> '$.quantity')
FROM journal, json_each(body, '$.refund.lines') AS line
WHERE kind IN ('sale-refunded', 'sale-voided') AND body ->> '$.refund.sale.id' IS NOT NULL
GROUP BY 1, 2;
