-- The protocol that was activated is exchanged for another
-- opening: events 1 to 200
-- verifier: event 3
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"hash":"a', '"hash":"b'), 'UTF8')
 WHERE study = 'trial' AND seq = 3;
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"hash":"0', '"hash":"1'), 'UTF8')
 WHERE study = 'trial' AND seq = 3;
