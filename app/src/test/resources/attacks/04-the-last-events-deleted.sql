-- The last events are deleted, down into what was witnessed
-- opening: events 200 to 200
-- projections: item 9, participant 5
-- verifier: events 200 to 200
DELETE FROM journal.event WHERE study = 'trial' AND seq >= 200;
