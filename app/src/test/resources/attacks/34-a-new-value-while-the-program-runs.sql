-- A value later than the last checkpoint is changed while the program runs
-- running: yes
-- opening: events 1 to 216
-- verifier: events 201 to 216
UPDATE journal.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '"systolic","value":"155"', '"systolic","value":"135"'), 'UTF8')
 WHERE study = 'trial' AND seq = 205;
UPDATE projection.item SET value = '135' WHERE study = 'trial' AND seq = 205 AND item = 'systolic';
