-- The clock of a real record: the server's own.
CREATE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, pg_temp
    RETURN clock_timestamp();

CREATE FUNCTION log.clock_kind() RETURNS text LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
    RETURN 'real';
