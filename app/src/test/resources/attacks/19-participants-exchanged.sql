-- What was recorded of two participants is exchanged
-- rebuild: yes
-- opening: events 1 to 200
-- verifier: events 1 to 50
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), 'A-0001', 'A-0002'), 'UTF8')
 WHERE study = 'trial' AND seq = 7;
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), 'A-0002', 'A-0001'), 'UTF8')
 WHERE study = 'trial' AND seq = 11;
