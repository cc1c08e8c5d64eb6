-- Two people are shown two histories; the one holds a checkpoint, the other gets an archive
-- witness: of another reader
-- opening: events 1 to 200
-- verifier: events 1 to 200
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"dose":1', '"dose":2'), 'UTF8')
 WHERE study = 'trial' AND seq = 120;
