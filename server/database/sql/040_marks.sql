-- By what a child is known across files: keyed hashes of names, birth years and identifiers, never their text. They are
-- written before the line that says them, and go with the keys of whom they tell. `compare`: files whose matches have
-- still to be told, once the line of that version is there.
ALTER TABLE vault.keys DROP CONSTRAINT keys_kind_check;
ALTER TABLE vault.keys ADD CONSTRAINT keys_kind_check
    CHECK (kind IN ('child', 'family', 'reporter', 'text', 'command', 'word', 'mark'));

CREATE TABLE vault.marks (
    subject uuid NOT NULL,
    file_id uuid NOT NULL,
    form text NOT NULL CHECK (form IN ('identifier', 'name_and_year', 'written', 'bare')),
    mark bytea NOT NULL CHECK (octet_length(mark) = 32),
    CONSTRAINT marks_pkey PRIMARY KEY (file_id, form, mark, subject)
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
CREATE INDEX marks_alike ON vault.marks (mark);
CREATE INDEX marks_of_subject ON vault.marks (subject);
CREATE TABLE vault.compare (
    file_id uuid NOT NULL CONSTRAINT compare_pkey PRIMARY KEY,
    version integer NOT NULL,
    since timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Keeps the marks of a subject in a file, none of one that was erased, and that the file is to be compared.
CREATE FUNCTION vault.keep_marks(named uuid, told_in uuid, as_of integer, forms text[], marks bytea[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- An erasure waits for this, or this for the erasure: whichever comes second sees what the first has done.
    PERFORM FROM vault.keys k WHERE k.subject = named FOR SHARE;
    IF EXISTS (SELECT FROM vault.keys k WHERE k.subject = named AND k.destroyed_at IS NOT NULL) THEN
        RETURN;
    END IF;
    INSERT INTO vault.marks (subject, file_id, form, mark)
    SELECT named, told_in, f, m FROM unnest(forms, marks) AS new (f, m)
    ON CONFLICT ON CONSTRAINT marks_pkey DO NOTHING;
    PERFORM vault.compare_at(told_in, as_of);
END
$$;

CREATE FUNCTION vault.compare_at(told_in uuid, as_of integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    INSERT INTO vault.compare AS c (file_id, version) VALUES (told_in, as_of)
    ON CONFLICT ON CONSTRAINT compare_pkey
    DO UPDATE SET version = greatest(c.version, excluded.version), since = clock_timestamp()
$$;

-- Other files with a mark of this one, and under which form each has it.
CREATE FUNCTION vault.alike(told_in uuid) RETURNS TABLE (file_id uuid, ours text, theirs text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT DISTINCT b.file_id, a.form, b.form
    FROM vault.marks a JOIN vault.marks b ON b.mark = a.mark AND b.file_id <> a.file_id
    WHERE a.file_id = told_in
$$;

CREATE FUNCTION vault.to_compare() RETURNS TABLE (file_id uuid, version integer, old boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT c.file_id, c.version, c.since < clock_timestamp() - interval '1 day'
    FROM vault.compare c ORDER BY c.since LIMIT 500
$$;

CREATE FUNCTION vault.compared(told_in uuid, as_of integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    DELETE FROM vault.compare c WHERE c.file_id = told_in AND c.version <= as_of
$$;

CREATE FUNCTION vault.forget_marks(told_in uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    DELETE FROM vault.marks m WHERE m.file_id = told_in
$$;

-- As before, and the marks of the subject go in the same transaction.
CREATE OR REPLACE FUNCTION vault.destroy(erased uuid, under uuid) RETURNS TABLE (kind text, fingerprint bytea)
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
    DELETE FROM vault.marks m WHERE m.subject = erased;
    PERFORM pg_notify('vault', erased::text);
    RETURN QUERY SELECT k.kind, k.fingerprint FROM vault.keys k
        WHERE k.subject = erased AND k.fingerprint IS NOT NULL ORDER BY k.kind;
END
$$;

REVOKE ALL ON FUNCTION vault.keep_marks, vault.compare_at, vault.alike, vault.to_compare, vault.compared,
    vault.forget_marks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.keep_marks, vault.compare_at, vault.alike, vault.to_compare, vault.compared,
    vault.forget_marks TO baove_app;
