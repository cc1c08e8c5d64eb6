-- The number of a row is changed
-- opening: event 80
-- projections: event 80
-- verifier: event 80
UPDATE journal.event SET seq = 1080 WHERE study = 'trial' AND seq = 80;
