-- History is rewritten, and a checkpoint of it given out under an old signature
-- witness: forged without the key
-- opening: events 1 to 200
-- verifier: checkpoint 3
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"dose":1', '"dose":2'), 'UTF8')
 WHERE study = 'trial' AND seq = 120;
