-- An old value is changed
-- opening: events 1 to 200
-- projections: item 2
-- verifier: events 1 to 50
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"systolic","value":"144"', '"systolic","value":"134"'), 'UTF8')
 WHERE study = 'trial' AND seq = 8;
