-- Proposals of a person are listed by id, and the open ones are looked for whenever coaching stops or a
-- conversation goes. The index by the time they were made served neither.
CREATE INDEX proposals_of_user ON proposals (user_id, id);
CREATE INDEX proposals_open ON proposals (user_id) WHERE status = 'proposed';
DROP INDEX proposals_user;
