-- Who wants an invoice for which sale, and how far it is; rebuilt from the journal. Title, tax number and where
-- to send it lie in `personal`, under the row that told of them. `sale` is the sale's number.

CREATE TABLE invoices (
  sale INTEGER PRIMARY KEY,
  receipt TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'withdrawn', 'issued', 'needs-red', 'red')),
  buyer TEXT NOT NULL CHECK (buyer IN ('company', 'person')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  told_in INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  number TEXT,
  red_number TEXT
) STRICT;
CREATE INDEX invoices_by_state ON invoices (state, sale);
CREATE INDEX invoices_by_number ON invoices (number) WHERE number IS NOT NULL;

-- Where the journal tells of goods of a sale that came back: an invoice is for the rest.
CREATE TABLE invoice_refunds (
  seq INTEGER PRIMARY KEY,
  sale INTEGER NOT NULL
) STRICT;
CREATE INDEX invoice_refunds_of_sale ON invoice_refunds (sale);
