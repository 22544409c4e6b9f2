-- In which files somebody is named: by the ids that the event of a line holds, whatever they stand for. An erasure
-- looks at all of them, so they are found in the log itself and not in a table that is filled later.
CREATE FUNCTION log.ids_in(state bytea) RETURNS uuid[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT found[1]::uuid), '{}')
    FROM regexp_matches(substring(encode(state, 'escape') FROM '"event":(.*)'),
        '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') AS found
$$;
CREATE INDEX events_naming ON log.events USING gin (log.ids_in(state)) WITH (gin_pending_list_limit = 256);

-- As before, and: an objection to the erasure or its withdrawal after the approval keeps the key.
CREATE OR REPLACE FUNCTION vault.hold() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF tg_op IN ('DELETE', 'TRUNCATE') THEN
        RAISE EXCEPTION '% on vault.keys is refused: a key is destroyed, its row stays', tg_op
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF tg_op = 'UPDATE' AND (OLD.destroyed_at IS NOT NULL
        OR (NEW.subject, NEW.kind, NEW.fingerprint, NEW.made_at)
            IS DISTINCT FROM (OLD.subject, OLD.kind, OLD.fingerprint, OLD.made_at)) THEN
        RAISE EXCEPTION 'a destroyed key does not come back, and no key passes to another subject'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.destroyed_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM log.events e
        WHERE e.originator_id = NEW.destroyed_under AND e.topic LIKE 'subject.erasure_approved.%'
            AND convert_from(e.state, 'UTF8')::jsonb -> 'event' ->> 'subject' = NEW.subject::text
            AND (NOT EXISTS (
                SELECT FROM log.events later
                WHERE later.originator_id = e.originator_id AND later.originator_version > e.originator_version
                    AND (later.topic LIKE 'subject.erasure_objected.%' OR later.topic LIKE 'subject.erasure_withdrawn.%'))
                OR EXISTS (
                    SELECT FROM vault.keys k
                    WHERE k.subject = NEW.subject AND k.destroyed_under = e.originator_id))) THEN
        RAISE EXCEPTION 'a key is destroyed only under an erasure that was approved, and not objected to since'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
