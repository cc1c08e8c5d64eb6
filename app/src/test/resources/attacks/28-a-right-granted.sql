-- The role that serves is given the right to change rows
-- serving: may UPDATE on journal.event
GRANT UPDATE ON journal.event TO equipoise;
