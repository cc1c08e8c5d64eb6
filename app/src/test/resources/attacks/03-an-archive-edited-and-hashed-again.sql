-- A value is changed in an exported archive and its leaf hash made anew, without the key
-- archive: with the old signature
-- opening: events 1 to 200
-- verifier: events 101 to 150
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"dose":1', '"dose":2'), 'UTF8')
 WHERE study = 'trial' AND seq = 120;
