-- Exercises that were swapped out of a session: what was prescribed of them, so that what was
-- lifted before the swap is still judged by it.
ALTER TABLE training_sessions ADD COLUMN swapped TEXT;

-- A session that something newer took the place of ended with its last set; a set that arrives
-- later moves that end.
ALTER TABLE training_sessions ADD COLUMN ends_with_last_set BOOLEAN NOT NULL DEFAULT FALSE;

-- Ids of own exercises are slugs, unique for their person.
CREATE TABLE own_exercises_by_person (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, id)
);
INSERT INTO own_exercises_by_person (user_id, id, body, created_at)
  SELECT user_id, id, body, created_at FROM own_exercises;
DROP TABLE own_exercises;
ALTER TABLE own_exercises_by_person RENAME TO own_exercises;
