-- The keys of personal data, each wrapped by a key that this database never sees. One per subject and kind of value.
-- A destroyed key keeps its row: the row is why no second key is ever made for an erased subject. Two keys are
-- nobody's: 'command' and 'word', for the hashes of commands and of words to search in.
CREATE TABLE vault.keys (
    subject uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('child', 'family', 'reporter', 'text', 'command', 'word')),
    wrapped bytea,
    kek_version integer,        -- a number derived from the key that wraps it
    fingerprint bytea,          -- SHA-256 of the key, 16 bytes; NULL where there never was a key
    made_at timestamptz NOT NULL DEFAULT log.now(),
    destroyed_at timestamptz,
    destroyed_under uuid,       -- the file in which the erasure was ordered and approved
    CONSTRAINT keys_pkey PRIMARY KEY (subject, kind),
    CONSTRAINT keys_whole_or_destroyed CHECK (
        CASE WHEN destroyed_at IS NULL
            THEN destroyed_under IS NULL AND num_nulls(wrapped, kek_version, fingerprint) = 0
            ELSE destroyed_under IS NOT NULL AND num_nonnulls(wrapped, kek_version) = 0
        END)
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
CREATE INDEX keys_by_kek ON vault.keys (kind, kek_version) WHERE wrapped IS NOT NULL;
CREATE INDEX events_of_subjects ON log.events (originator_id) WHERE topic LIKE 'subject.%';

-- What a key may become: wrapped anew, or destroyed for good under an erasure that two people decided.
CREATE FUNCTION vault.hold() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
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
        SELECT FROM log.events
        WHERE originator_id = NEW.destroyed_under AND topic LIKE 'subject.erasure_approved.%'
            AND convert_from(state, 'UTF8')::jsonb -> 'event' ->> 'subject' = NEW.subject::text) THEN
        RAISE EXCEPTION 'a key is destroyed only under an erasure that was approved'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER hold BEFORE INSERT OR UPDATE OR DELETE ON vault.keys FOR EACH ROW EXECUTE FUNCTION vault.hold();
CREATE TRIGGER hold_all BEFORE TRUNCATE ON vault.keys FOR EACH STATEMENT EXECUTE FUNCTION vault.hold();
ALTER TABLE vault.keys ENABLE ALWAYS TRIGGER hold;
ALTER TABLE vault.keys ENABLE ALWAYS TRIGGER hold_all;

CREATE FUNCTION vault.get(subjects uuid[], kinds text[])
RETURNS TABLE (subject uuid, kind text, wrapped bytea, kek_version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT k.subject, k.kind, k.wrapped, k.kek_version
    FROM unnest(subjects, kinds) AS asked (subject, kind) JOIN vault.keys k USING (subject, kind)
$$;

-- For the projector: what was written in free text, never who it is about or who told it.
CREATE FUNCTION vault.get_texts(subjects uuid[])
RETURNS TABLE (subject uuid, kind text, wrapped bytea, kek_version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT k.subject, k.kind, k.wrapped, k.kek_version
    FROM vault.keys k WHERE k.subject = ANY (subjects) AND k.kind = 'text'
$$;

-- Offers new keys and answers with those that hold, a destroyed one with wrapped NULL. Of two that offer a key for
-- the same subject at once, both are answered the first one. Sorted, so that they cannot wait for each other.
CREATE FUNCTION vault.put_if_absent(
    subjects uuid[], kinds text[], offered bytea[], versions integer[], fingerprints bytea[])
RETURNS TABLE (subject uuid, kind text, wrapped bytea, kek_version integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO vault.keys AS k (subject, kind, wrapped, kek_version, fingerprint)
    SELECT * FROM unnest(subjects, kinds, offered, versions, fingerprints) AS new (subject, kind, w, v, f)
    ORDER BY new.subject, new.kind
    ON CONFLICT ON CONSTRAINT keys_pkey DO NOTHING;
    RETURN QUERY SELECT * FROM vault.get(subjects, kinds);
END
$$;

-- The projector may offer this one key and no other: a key it had made could be known to it for good.
CREATE FUNCTION vault.put_word_key(offered bytea, version integer, fingerprint bytea)
RETURNS TABLE (subject uuid, kind text, wrapped bytea, kek_version integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT * FROM vault.put_if_absent(ARRAY['5d0c7b1e-6f0e-4b6e-9c55-2160000000aa'::uuid], ARRAY['word'],
        ARRAY[offered], ARRAY[version], ARRAY[fingerprint])
$$;

-- Destroys every key of the subject and bars new ones; the same answer however often it is asked.
CREATE FUNCTION vault.destroy(erased uuid, under uuid) RETURNS TABLE (kind text, fingerprint bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO vault.keys AS k (subject, kind, destroyed_at, destroyed_under)
    SELECT erased, barred, log.now(), under
    FROM unnest(ARRAY['child', 'family', 'reporter', 'text']) AS barred
    ON CONFLICT ON CONSTRAINT keys_pkey DO NOTHING;
    UPDATE vault.keys AS k
    SET wrapped = NULL, kek_version = NULL, destroyed_at = log.now(), destroyed_under = under
    WHERE k.subject = erased AND k.destroyed_at IS NULL;
    PERFORM pg_notify('vault', erased::text);
    RETURN QUERY SELECT k.kind, k.fingerprint FROM vault.keys k
        WHERE k.subject = erased AND k.fingerprint IS NOT NULL ORDER BY k.kind;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA vault FROM PUBLIC;
GRANT USAGE ON SCHEMA vault TO baove_app, baove_projector;
GRANT EXECUTE ON FUNCTION vault.get, vault.put_if_absent, vault.destroy TO baove_app;
GRANT EXECUTE ON FUNCTION vault.get_texts, vault.put_word_key TO baove_projector;
