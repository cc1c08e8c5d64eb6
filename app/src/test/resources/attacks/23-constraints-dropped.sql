-- The constraints are dropped and a row is doubled
-- opening: event 61
-- projections: event 61
-- verifier: event 61
ALTER TABLE journal.event DROP CONSTRAINT event_pkey;
ALTER TABLE journal.event DROP CONSTRAINT event_study_command_step_key;
INSERT INTO journal.event SELECT * FROM journal.event WHERE study = 'trial' AND seq = 60;
