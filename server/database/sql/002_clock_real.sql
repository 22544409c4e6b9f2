-- The clock of a real record: the server's own.
-- Bodies in standard SQL are bound when they are defined, so no search_path can bend them.
CREATE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE
    RETURN clock_timestamp();

CREATE FUNCTION log.clock_kind() RETURNS text LANGUAGE sql IMMUTABLE
    RETURN 'real';
