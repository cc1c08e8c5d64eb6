-- The server is told to answer before it has written
-- undo: ALTER ROLE equipoise RESET synchronous_commit
-- serving: synchronous_commit = off
ALTER ROLE equipoise SET synchronous_commit = off;
