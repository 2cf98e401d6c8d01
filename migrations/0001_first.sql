-- One schema for SQLite and PostgreSQL: TEXT ids (UUIDv7), BIGINT epoch milliseconds, JSON as TEXT,
-- dates as ISO TEXT in the person's own time zone.

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  password_hash TEXT,
  created_at BIGINT NOT NULL,
  -- Counters behind every entity tag; one indexed read answers a conditional GET.
  profile_version BIGINT NOT NULL DEFAULT 1,
  plan_version BIGINT NOT NULL DEFAULT 0,
  progression_version BIGINT NOT NULL DEFAULT 0,
  completed_version BIGINT NOT NULL DEFAULT 0,
  catalogue_version BIGINT NOT NULL DEFAULT 0,
  totals_version BIGINT NOT NULL DEFAULT 0,
  time_zone TEXT NOT NULL DEFAULT 'UTC',
  write_counter BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE logins (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  agent TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX logins_user ON logins (user_id);

CREATE TABLE api_tokens (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  last_used_at BIGINT
);
CREATE INDEX api_tokens_user ON api_tokens (user_id);

CREATE TABLE profiles (
  user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE own_exercises (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX own_exercises_user ON own_exercises (user_id);

CREATE TABLE plan_versions (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  version BIGINT NOT NULL,
  body TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, version)
);

CREATE TABLE load_states (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  exercise_id TEXT NOT NULL,
  reps_min BIGINT NOT NULL,
  reps_max BIGINT NOT NULL,
  body TEXT NOT NULL,
  -- The session that decided it; null for a manual decision.
  session_id TEXT,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, exercise_id, reps_min, reps_max)
);

CREATE TABLE training_sessions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  split_day TEXT,
  plan_version BIGINT NOT NULL,
  prescribed TEXT NOT NULL,
  -- The states as they were when it began: late and changed sets decide again from them.
  states_before TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  -- The person's own calendar day it began on, and the Monday of its week.
  day TEXT NOT NULL,
  week_start TEXT NOT NULL,
  notes TEXT,
  summary TEXT,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX training_sessions_user ON training_sessions (user_id, started_at, id);
CREATE INDEX training_sessions_week ON training_sessions (user_id, status, week_start);
CREATE UNIQUE INDEX training_sessions_one_active ON training_sessions (user_id) WHERE status = 'active';

CREATE TABLE sets (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES training_sessions (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  exercise_id TEXT NOT NULL,
  warmup BOOLEAN NOT NULL,
  set_index BIGINT NOT NULL,
  reps BIGINT,
  duration_seconds BIGINT,
  weight_kg DOUBLE PRECISION NOT NULL,
  rpe DOUBLE PRECISION,
  kind TEXT NOT NULL,
  pain BOOLEAN NOT NULL,
  note TEXT,
  logged_at BIGINT NOT NULL,
  -- The person's own calendar day, and the Monday of its week.
  day TEXT NOT NULL,
  week_start TEXT NOT NULL,
  bodyweight_kg DOUBLE PRECISION,
  UNIQUE (session_id, exercise_id, warmup, set_index)
);
CREATE INDEX sets_exercise ON sets (user_id, exercise_id, day);
CREATE INDEX sets_week ON sets (user_id, week_start, exercise_id);

-- Running totals, rewritten for one exercise and week, or day, in the transaction that changes a set.
CREATE TABLE exercise_weeks (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  week_start TEXT NOT NULL,
  exercise_id TEXT NOT NULL,
  hard_sets BIGINT NOT NULL,
  volume_kg DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (user_id, week_start, exercise_id)
);

CREATE TABLE exercise_days (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  exercise_id TEXT NOT NULL,
  day TEXT NOT NULL,
  e1rm_kg DOUBLE PRECISION,
  top_weight_kg DOUBLE PRECISION NOT NULL,
  top_reps BIGINT NOT NULL,
  PRIMARY KEY (user_id, exercise_id, day)
);

CREATE TABLE exercise_bests (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  exercise_id TEXT NOT NULL,
  e1rm_kg DOUBLE PRECISION,
  e1rm_day TEXT,
  top_weight_kg DOUBLE PRECISION NOT NULL,
  top_weight_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (user_id, exercise_id)
);

CREATE TABLE bodyweights (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  bodyweight_kg DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (user_id, day)
);

CREATE TABLE idempotency (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  idempotency_key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status BIGINT NOT NULL,
  headers TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, idempotency_key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  -- A copilot conversation belongs to one session.
  session_id TEXT REFERENCES training_sessions (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX conversations_user ON conversations (user_id, updated_at, id);
CREATE UNIQUE INDEX conversations_session ON conversations (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  session_id TEXT,
  agent TEXT NOT NULL,
  status TEXT NOT NULL,
  model TEXT NOT NULL,
  -- The run machine, serialised.
  state TEXT NOT NULL,
  steps BIGINT NOT NULL DEFAULT 0,
  input_tokens BIGINT NOT NULL DEFAULT 0,
  output_tokens BIGINT NOT NULL DEFAULT 0,
  -- Counts towards the daily cap; runs of the built-in coach and fixed texts do not.
  counted BOOLEAN NOT NULL,
  epoch BIGINT NOT NULL DEFAULT 1,
  started_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX runs_user ON runs (user_id, started_at, id);
CREATE INDEX runs_status ON runs (status);
CREATE INDEX runs_session ON runs (session_id);
CREATE UNIQUE INDEX runs_one_active ON runs (conversation_id) WHERE status = 'running' OR status = 'paused';

-- The history that a model sees, one message a row.
CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  run_id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (conversation_id, seq)
);

CREATE TABLE run_events (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  epoch BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  event TEXT NOT NULL,
  data TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (run_id, epoch, seq)
);

CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  conversation_id TEXT,
  session_id TEXT,
  run_id TEXT,
  step BIGINT NOT NULL,
  ordinal BIGINT NOT NULL,
  call_id TEXT,
  tool TEXT NOT NULL,
  schema_hash TEXT NOT NULL,
  -- Stored as the exact text that was shown and hashed; never rendered again.
  args TEXT NOT NULL,
  preview TEXT NOT NULL,
  resource TEXT NOT NULL,
  base_version TEXT NOT NULL,
  digest TEXT NOT NULL,
  status TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  decided_by TEXT,
  decided_at BIGINT,
  reason TEXT,
  result TEXT,
  -- Whether the stream of its run has told of the decision.
  announced BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX proposals_user ON proposals (user_id, created_at, id);
CREATE INDEX proposals_conversation ON proposals (conversation_id, id);
CREATE INDEX proposals_run ON proposals (run_id, step, ordinal);
-- The engine's suggestion has no run; at most one is open in a session.
CREATE UNIQUE INDEX proposals_one_suggestion ON proposals (session_id) WHERE status = 'proposed' AND tool = 'logSet';

CREATE TABLE safety_locks (
  user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  flag TEXT NOT NULL,
  since BIGINT NOT NULL
);
