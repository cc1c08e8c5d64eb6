-- A row in the middle is deleted
-- opening: event 77
-- projections: event 77
-- verifier: event 77
DELETE FROM journal.event WHERE study = 'trial' AND seq = 77;
