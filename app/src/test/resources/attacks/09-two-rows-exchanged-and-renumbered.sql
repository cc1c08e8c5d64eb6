-- Two rows are exchanged with the numbers and times that their new places want
-- opening: events 1 to 200
-- verifier: events 51 to 100
UPDATE journal.event AS one
   SET body = convert_to(regexp_replace(regexp_replace(convert_from(other.body, 'UTF8'),
              ',"seq":[0-9]+,', ',"seq":' || one.seq || ','),
              '"at":[0-9]+', '"at":' || (convert_from(one.body, 'UTF8')::json ->> 'at')), 'UTF8'),
       command = other.command || ' '
  FROM journal.event AS other
 WHERE one.study = 'trial' AND other.study = 'trial'
   AND ((one.seq = 60 AND other.seq = 61) OR (one.seq = 61 AND other.seq = 60));
UPDATE journal.event SET command = trim(command) WHERE study = 'trial' AND seq IN (60, 61);
