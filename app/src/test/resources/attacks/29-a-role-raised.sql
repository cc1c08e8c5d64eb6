-- The role that serves is made a superuser
-- undo: ALTER ROLE equipoise NOSUPERUSER
-- serving: is a superuser
ALTER ROLE equipoise SUPERUSER;
