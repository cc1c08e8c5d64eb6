-- The key of a command is changed, so that given again it would have a second effect
-- projections: event 1
UPDATE journal.event SET command = 'x' WHERE study = 'trial' AND seq = 8;
