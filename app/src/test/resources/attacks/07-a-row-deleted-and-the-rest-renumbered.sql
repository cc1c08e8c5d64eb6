-- A row in the middle is deleted and every later one renumbered, also in its body
-- rebuild: yes
-- opening: events 1 to 200
-- verifier: events 51 to 100
DELETE FROM journal.event WHERE study = 'trial' AND seq = 77;
UPDATE journal.event SET seq = seq + 100000 WHERE study = 'trial' AND seq >= 78;
UPDATE journal.event
   SET seq = seq - 100000 - 1,
       body = convert_to(regexp_replace(convert_from(body, 'UTF8'), ',"seq":[0-9]+,"version"',
                                        ',"seq":' || (seq - 100000 - 1) || ',"version"'), 'UTF8')
 WHERE study = 'trial' AND seq > 100000;
