-- The record: one table of lines, one row that says where it ends, one function that adds to it.
-- Column names are those of the eventsourcing library, so its own recorder reads this table.
CREATE TABLE log.events (
    originator_id uuid NOT NULL,
    originator_version integer NOT NULL CHECK (originator_version > 0),
    topic text NOT NULL CHECK (topic <> ''),
    state bytea NOT NULL,
    notification_id bigint NOT NULL CHECK (notification_id > 0),
    recorded_at timestamptz NOT NULL,
    command_id uuid NOT NULL,
    command_hash bytea NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (notification_id),
    CONSTRAINT events_file_version UNIQUE (originator_id, originator_version),
    CONSTRAINT events_command UNIQUE (command_id)
);
ALTER TABLE log.events OWNER TO baove_owner;
CREATE INDEX events_register ON log.events (notification_id)
    WHERE topic LIKE 'unit.%' OR topic LIKE 'office.%';

-- One row, updated by every batch: room on its page keeps those updates in place.
CREATE TABLE log.head (
    one smallint PRIMARY KEY CHECK (one = 1),
    last_id bigint NOT NULL,
    last_at timestamptz NOT NULL,
    register_at bigint NOT NULL
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE log.head OWNER TO baove_owner;
INSERT INTO log.head VALUES (1, 0, '-infinity', 0);

GRANT SELECT ON log.events, log.head TO baove_app, baove_projector;
GRANT SELECT, INSERT ON log.events TO baove_append;
GRANT SELECT, UPDATE ON log.head TO baove_append;

-- Adds many requests in one transaction and answers each: recorded, replayed, mismatch, conflict or register_moved.
-- Order of positions is order of commits, because the head row stays locked until the commit.
CREATE FUNCTION log.append(
    files uuid[], versions integer[], topics text[], states bytea[],
    commands uuid[], hashes bytea[], register_seen bigint[]
) RETURNS TABLE (outcome text, at_position bigint, at_time timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    first_id bigint;
    n bigint;
    t timestamptz;
    register bigint;
    earlier_hash bytea;
BEGIN
    SELECT last_id, last_at, register_at INTO STRICT n, t, register FROM log.head WHERE one = 1 FOR UPDATE;
    first_id := n;
    t := greatest(log.now(), t + interval '1 microsecond');
    FOR i IN 1 .. cardinality(files) LOOP
        outcome := 'register_moved';
        IF register_seen[i] >= register THEN
            INSERT INTO log.events
            SELECT files[i], versions[i], topics[i], states[i], n + 1, t, commands[i], hashes[i]
            WHERE versions[i] = 1 OR EXISTS (
                SELECT FROM log.events
                WHERE originator_id = files[i] AND originator_version = versions[i] - 1)
            ON CONFLICT DO NOTHING;
            outcome := CASE WHEN found THEN 'recorded' ELSE 'conflict' END;
        END IF;
        IF outcome = 'recorded' THEN
            n := n + 1;
            at_position := n;
            at_time := t;
            t := t + interval '1 microsecond';
            IF topics[i] LIKE 'unit.%' OR topics[i] LIKE 'office.%' THEN
                register := n;
            END IF;
        ELSE
            SELECT e.command_hash, e.notification_id, e.recorded_at
                INTO earlier_hash, at_position, at_time
                FROM log.events e WHERE e.command_id = commands[i];
            IF found THEN
                outcome := CASE WHEN earlier_hash = hashes[i] THEN 'replayed' ELSE 'mismatch' END;
            ELSIF EXISTS (SELECT FROM log.events WHERE notification_id = n + 1) THEN
                RAISE EXCEPTION 'log.head says % but the log goes on after it', n;
            END IF;
        END IF;
        RETURN NEXT;
    END LOOP;
    IF n > first_id THEN
        UPDATE log.head SET last_id = n, last_at = t - interval '1 microsecond', register_at = register
            WHERE one = 1;
        PERFORM pg_notify('log', n::text);
    END IF;
END
$$;
ALTER FUNCTION log.append OWNER TO baove_append;
REVOKE ALL ON FUNCTION log.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.append TO baove_app;
