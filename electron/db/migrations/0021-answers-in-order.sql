-- Answers lie in the order they were given, so that the next one goes on the last page. In the order of their
-- commands' ids a sale's answer divided pages among each other. The till knows the ids by heart; see core/answers.ts.
CREATE TABLE answers (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
INSERT INTO answers (place, id, answer) SELECT place, id, answer FROM commands ORDER BY place;
DROP TABLE commands;
