-- Fewer pages in a sale's commit: every table and index that it touches is a page that the disk must take.

-- Popularity follows the journal in idle moments: through which row it has got. Up to now, with every sale.
INSERT INTO meta (key, value) SELECT 'popularity-through', coalesce(max(seq), 0) FROM journal;
