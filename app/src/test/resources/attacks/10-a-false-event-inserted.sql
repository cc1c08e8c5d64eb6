-- A false event is inserted among the old ones and every later one renumbered
-- rebuild: yes
-- opening: events 1 to 200
-- verifier: events 51 to 100
UPDATE journal.event SET seq = seq + 100000 WHERE study = 'trial' AND seq >= 90;
UPDATE journal.event
   SET seq = seq - 100000 + 1,
       body = convert_to(regexp_replace(convert_from(body, 'UTF8'), ',"seq":[0-9]+,"version"',
                                        ',"seq":' || (seq - 100000 + 1) || ',"version"'), 'UTF8')
 WHERE study = 'trial' AND seq > 100000;
INSERT INTO journal.event (study, seq, epoch, command, step, body)
SELECT study, 90, epoch, 'false', 1,
       convert_to(regexp_replace(regexp_replace(convert_from(body, 'UTF8'), '"command":"[^"]+"', '"command":"false"'),
                                 ',"seq":[0-9]+,', ',"seq":90,'), 'UTF8')
  FROM journal.event WHERE study = 'trial' AND seq = 89;
