-- The clock of a demonstration: a session may name the instant, so a year of work can be played in minutes.
CREATE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, pg_temp
    RETURN coalesce(nullif(current_setting('baove.now', true), '')::timestamptz, clock_timestamp());

CREATE FUNCTION log.clock_kind() RETURNS text LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
    RETURN 'simulated';
