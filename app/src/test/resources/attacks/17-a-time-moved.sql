-- The recorded time of an event is moved a little
-- opening: events 1 to 200
-- verifier: events 1 to 50
UPDATE journal.event
   SET body = convert_to(regexp_replace(convert_from(body, 'UTF8'), '"at":[0-9]+',
              '"at":' || ((convert_from(body, 'UTF8')::json ->> 'at')::bigint + 1)), 'UTF8')
 WHERE study = 'trial' AND seq = 30;
