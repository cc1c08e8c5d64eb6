-- Everything is deleted
-- opening: events 1 to 200
-- projections: item 183, participant 22
-- verifier: events 1 to 50
TRUNCATE journal.event, journal.epoch;
