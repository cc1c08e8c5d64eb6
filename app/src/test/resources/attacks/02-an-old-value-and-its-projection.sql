-- An old value is changed, and the table for reading with it
-- opening: events 1 to 200
-- verifier: events 1 to 50
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"systolic","value":"144"', '"systolic","value":"134"'), 'UTF8')
 WHERE study = 'trial' AND seq = 8;
UPDATE projection.item SET value = '134' WHERE study = 'trial' AND seq = 8 AND item = 'systolic';
