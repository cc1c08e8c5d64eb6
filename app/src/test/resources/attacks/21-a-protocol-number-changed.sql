-- An event is put under another protocol version
-- opening: events 1 to 200
-- verifier: event 40
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"protocol":1,"seq"', '"protocol":2,"seq"'), 'UTF8')
 WHERE study = 'trial' AND seq = 40;
