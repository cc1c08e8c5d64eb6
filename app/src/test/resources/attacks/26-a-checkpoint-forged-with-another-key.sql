-- History is rewritten, and a checkpoint of it signed with another key
-- witness: forged with another key
-- opening: events 1 to 200
-- verifier: checkpoint 3
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"dose":1', '"dose":2'), 'UTF8')
 WHERE study = 'trial' AND seq = 120;
