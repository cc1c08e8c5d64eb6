-- The recorded time of an event is moved before the one it follows
-- opening: events 1 to 200
-- verifier: event 30
UPDATE journal.event
   SET body = convert_to(regexp_replace(convert_from(body, 'UTF8'), '"at":[0-9]+', '"at":1'), 'UTF8')
 WHERE study = 'trial' AND seq = 30;
