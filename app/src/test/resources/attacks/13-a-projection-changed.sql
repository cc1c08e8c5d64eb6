-- A value is changed in the table for reading alone
-- projections: item 2
UPDATE projection.item SET value = '120' WHERE study = 'trial' AND seq = 8 AND item = 'systolic';
