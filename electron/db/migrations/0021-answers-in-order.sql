-- Answers lie in the order they were given, so that the next one goes on the last page. In the order of their
-- commands' ids a sale's answer divided pages among each other. The till knows the ids by heart; see core/answers.ts.
-- Places are counted anew: nothing has ever kept two answers from having the same.
CREATE TABLE answers (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
INSERT INTO answers (place, id, answer) SELECT row_number() OVER (ORDER BY place, id), id, answer FROM commands;
DROP TABLE commands;
