-- Somebody else is named as the one who recorded a value
-- opening: events 1 to 200
-- verifier: events 101 to 150
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"actor":{"id":"virtual-', '"actor":{"id":"another-'), 'UTF8')
 WHERE study = 'trial' AND seq = 112;
