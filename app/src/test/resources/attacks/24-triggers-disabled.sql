-- Triggers are disabled and the session set to replicate, before an old value is changed
-- opening: events 1 to 200
-- projections: item 2
-- verifier: events 151 to 200
SET session_replication_role = replica;
ALTER TABLE journal.event DISABLE TRIGGER ALL;
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"systolic","value":"162"', '"systolic","value":"140"'), 'UTF8')
 WHERE study = 'trial' AND seq = 198;
