-- The protocol that was activated is exchanged for another
-- opening: events 1 to 200
-- verifier: event 3
UPDATE journal.event
   SET body = convert_to(regexp_replace(convert_from(body, 'UTF8'), '"hash":"[0-9a-f]{8}', '"hash":"00112233'), 'UTF8')
 WHERE study = 'trial' AND seq = 3;
