-- The clock of a demonstration: a session may name the instant, so a year of work is played in minutes.
-- Bodies in standard SQL are bound when they are defined, so no search_path can bend them.
CREATE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql VOLATILE
    RETURN coalesce(nullif(current_setting('baove.now', true), '')::timestamptz, clock_timestamp());

CREATE FUNCTION log.clock_kind() RETURNS text LANGUAGE sql IMMUTABLE
    RETURN 'simulated';
