-- Who only reads holds nothing for long: a transaction left open, or a query that never ends, would stop the swap of
-- rebuilt tables, and whoever reads them behind it. Roles are of the cluster: another database's migration may be
-- doing the same at this moment.
DO $$
DECLARE
    setting text;
BEGIN
    FOREACH setting IN ARRAY ARRAY[
        'idle_in_transaction_session_timeout = ''30s''',
        'statement_timeout = ''60s'''
    ] LOOP
        BEGIN
            EXECUTE 'ALTER ROLE baove_reader SET ' || setting;
        EXCEPTION WHEN internal_error OR unique_violation THEN
            NULL;
        END;
    END LOOP;
END
$$;

-- Who has read schema `read` in a transaction that is still open, and since when; nothing of what they asked.
CREATE FUNCTION guard.holding(longer_than interval)
    RETURNS TABLE (pid integer, role name, state text, since timestamptz)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT DISTINCT a.pid, a.usename, a.state, a.xact_start
    FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE l.granted AND n.nspname = 'read' AND a.backend_type = 'client backend' AND a.usename <> 'baove_projector'
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND a.xact_start < clock_timestamp() - longer_than
    ORDER BY a.xact_start
$$;
REVOKE ALL ON FUNCTION guard.holding(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.holding(interval) TO baove_projector;
