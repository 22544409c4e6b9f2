-- What was done to this database, and when. A row here is also the leave under which its own transaction, and no
-- other, may change the guarded shape (004_guards.sql).
CREATE SCHEMA guard;
CREATE TABLE guard.migrations (
    name text PRIMARY KEY,
    digest text NOT NULL,
    applied_by text NOT NULL DEFAULT session_user,
    applied_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id()
);
