-- A participant's standing is changed in the table for reading alone
-- projections: participant 2
UPDATE projection.participant SET standing = 'SCREENING_FAILED' WHERE study = 'trial' AND id = 'A-0003';
