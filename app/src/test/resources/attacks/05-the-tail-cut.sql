-- The tail is cut off, and the tables for reading made anew
-- rebuild: yes
-- opening: events 121 to 200
-- verifier: events 121 to 150
DELETE FROM journal.event WHERE study = 'trial' AND seq > 120;
