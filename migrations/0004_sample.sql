-- An account that was filled to look around with. It is nobody's: it counts as none, and goes with the
-- first that is somebody's.
ALTER TABLE users ADD COLUMN sample BOOLEAN NOT NULL DEFAULT FALSE;
