-- Every participant is renamed throughout
-- rebuild: yes
-- opening: events 1 to 200
-- verifier: events 1 to 50
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"A-00', '"A-01'), 'UTF8')
 WHERE study = 'trial';
