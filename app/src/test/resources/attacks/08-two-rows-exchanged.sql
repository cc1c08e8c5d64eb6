-- The bodies of two rows are exchanged
-- opening: events 1 to 200
-- projections: event 2
-- verifier: event 60
UPDATE journal.event AS one SET body = other.body FROM journal.event AS other
 WHERE one.study = 'trial' AND other.study = 'trial'
   AND ((one.seq = 60 AND other.seq = 61) OR (one.seq = 61 AND other.seq = 60));
