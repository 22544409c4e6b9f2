-- Who may not: anybody. Triggers refuse changes to lines, event triggers refuse changes to the shape of what holds
-- them, for every role, superusers included, and with session_replication_role = replica too.
CREATE FUNCTION guard.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: the record is only added to, by log.append', tg_op, tg_table_schema,
        tg_table_name USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON log.events
    FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse();
CREATE TRIGGER only_by_append BEFORE INSERT ON log.events
    FOR EACH STATEMENT WHEN (current_user <> 'baove_append') EXECUTE FUNCTION guard.refuse();
CREATE TRIGGER one_row BEFORE INSERT OR DELETE OR TRUNCATE ON log.head
    FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse();
CREATE TRIGGER only_by_append BEFORE UPDATE ON log.head
    FOR EACH STATEMENT WHEN (current_user <> 'baove_append') EXECUTE FUNCTION guard.refuse();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON guard.migrations
    FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse();
ALTER TABLE log.events ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE log.events ENABLE ALWAYS TRIGGER only_by_append;
ALTER TABLE log.head ENABLE ALWAYS TRIGGER one_row;
ALTER TABLE log.head ENABLE ALWAYS TRIGGER only_by_append;
ALTER TABLE guard.migrations ENABLE ALWAYS TRIGGER no_change;

-- The shape: one line of text for each fact of the catalogue that could let a line be changed, hidden or forged.
CREATE FUNCTION guard.shape() RETURNS SETOF text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
    WITH held AS (SELECT oid, nspname, nspowner, nspacl FROM pg_namespace WHERE nspname IN ('log', 'guard', 'vault')),
    relation AS (
        SELECT c.*, h.nspname || '.' || c.relname AS called FROM pg_class c JOIN held h ON h.oid = c.relnamespace)
    SELECT format('schema %s owner %s acl %s', nspname, nspowner::regrole, nspacl) FROM held
    UNION ALL
    SELECT format('relation %s %s owner %s acl %s persistence %s rls %s %s options %s', called, relkind,
        relowner::regrole, relacl, relpersistence, relrowsecurity, relforcerowsecurity, reloptions) FROM relation
    UNION ALL
    SELECT format('column %s.%s %s not null %s acl %s default %s', called, attname,
        format_type(atttypid, atttypmod), attnotnull, attacl, pg_get_expr(adbin, adrelid))
        FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND attnum > 0
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relkind IN ('r', 'v', 'm', 'p', 'f')
    UNION ALL
    SELECT format('constraint %s %s %s', called, conname, pg_get_constraintdef(k.oid))
        FROM relation r JOIN pg_constraint k ON r.oid IN (conrelid, confrelid)
    UNION ALL
    SELECT format('index %s %s valid %s', called, pg_get_indexdef(indexrelid), indisvalid)
        FROM relation r JOIN pg_index i ON i.indexrelid = r.oid WHERE relkind = 'i'
    UNION ALL
    SELECT format('trigger %s %s enabled %s', called, pg_get_triggerdef(t.oid), tgenabled)
        FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid
    UNION ALL
    SELECT format('rule %s %s enabled %s', called, pg_get_ruledef(w.oid), ev_enabled)
        FROM relation r JOIN pg_rewrite w ON w.ev_class = r.oid
    UNION ALL
    SELECT format('policy %s %s', called, polname) FROM relation r JOIN pg_policy ON polrelid = r.oid
    UNION ALL
    SELECT format('child of %s: %s', called, inhrelid::regclass) FROM relation r JOIN pg_inherits ON inhparent = r.oid
    UNION ALL
    SELECT format('extension member %s', called) FROM relation r JOIN pg_depend d ON objid = r.oid AND deptype = 'e'
    UNION ALL
    SELECT format('default acl %s for %s %s', nspname, defaclrole::regrole, defaclacl)
        FROM pg_default_acl JOIN held h ON h.oid = defaclnamespace
    UNION ALL
    SELECT format('function %s kind %s owner %s acl %s body %s', p.oid::regprocedure, prokind, proowner::regrole,
        proacl, CASE WHEN prokind IN ('f', 'p') THEN sha256(convert_to(pg_get_functiondef(p.oid), 'UTF8')) END)
        FROM pg_proc p JOIN held h ON h.oid = p.pronamespace
    UNION ALL
    SELECT format('event trigger %s on %s %s enabled %s owner %s', evtname, evtevent, evtfoid::regprocedure,
        evtenabled, evtowner::regrole) FROM pg_event_trigger
$$;

CREATE TABLE guard.sealed (line text NOT NULL);

CREATE FUNCTION guard.under_migration() RETURNS boolean LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM guard.migrations
        WHERE transaction_id = pg_current_xact_id_if_assigned() AND applied_at = transaction_timestamp())
$$;

CREATE FUNCTION guard.seal() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    DELETE FROM guard.sealed;
    INSERT INTO guard.sealed SELECT guard.shape();
END
$$;

CREATE FUNCTION guard.only_under_migration() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT guard.under_migration() THEN
        RAISE EXCEPTION 'the seal on the shape of the record is renewed by a migration only'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION guard.changes() RETURNS SETOF text LANGUAGE sql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    (SELECT 'now: ' || line FROM guard.shape() AS line EXCEPT ALL SELECT 'now: ' || line FROM guard.sealed)
    UNION ALL
    (SELECT 'sealed: ' || line FROM guard.sealed EXCEPT ALL SELECT 'sealed: ' || line FROM guard.shape() AS line)
$$;

CREATE FUNCTION guard.hold_shape() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    change text;
BEGIN
    IF NOT guard.under_migration() THEN
        SELECT line INTO change FROM guard.changes() AS line LIMIT 1;
        IF found THEN
            RAISE EXCEPTION '% is refused: the shape of the record is sealed (%)', tg_tag, change
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
END
$$;

-- DROP ... CASCADE could take the trigger above along with its function, so such drops are refused before they start.
CREATE FUNCTION guard.hold_guards() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AND NOT guard.under_migration() THEN
        RAISE EXCEPTION '% is refused: a superuser drops it in a migration only', tg_tag
            USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;

CREATE TRIGGER only_under_migration BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON guard.sealed
    FOR EACH STATEMENT EXECUTE FUNCTION guard.only_under_migration();
ALTER TABLE guard.sealed ENABLE ALWAYS TRIGGER only_under_migration;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.seal() TO baove_migrate;
GRANT EXECUTE ON FUNCTION guard.changes() TO baove_migrate, baove_app, baove_projector;

CREATE EVENT TRIGGER baove_hold_shape ON ddl_command_end EXECUTE FUNCTION guard.hold_shape();
ALTER EVENT TRIGGER baove_hold_shape ENABLE ALWAYS;
CREATE EVENT TRIGGER baove_hold_guards ON ddl_command_start
    WHEN tag IN ('DROP FUNCTION', 'DROP ROUTINE', 'DROP SCHEMA', 'DROP OWNED', 'DROP EXTENSION', 'DROP LANGUAGE')
    EXECUTE FUNCTION guard.hold_guards();
ALTER EVENT TRIGGER baove_hold_guards ENABLE ALWAYS;
