-- Roles of the cluster. Two databases of one cluster may be migrated at the same time, so "exists already" is no error.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY[
        'baove_owner NOLOGIN',      -- owns the tables; nobody works as this role
        'baove_append NOLOGIN',     -- what log.append runs as; without members, so nobody can become it
        'baove_migrate LOGIN',      -- later migrations
        'baove_app LOGIN',          -- web, clock, demo: reads the log and calls append
        'baove_projector LOGIN',    -- reads the log and owns what it builds in schema read
        'baove_reader LOGIN'        -- reads schema read
    ] LOOP
        BEGIN
            EXECUTE 'CREATE ROLE ' || wanted || ' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    IF NOT pg_has_role('baove_migrate', 'baove_owner', 'MEMBER') THEN
        BEGIN
            GRANT baove_owner TO baove_migrate;
        EXCEPTION WHEN unique_violation THEN
            NULL;
        END;
    END IF;
END
$$;

DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO baove_migrate, baove_app, baove_projector, baove_reader',
        current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO baove_owner', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO baove_projector', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA log AUTHORIZATION baove_owner;
CREATE SCHEMA vault AUTHORIZATION baove_owner;
CREATE SCHEMA read AUTHORIZATION baove_owner;
GRANT USAGE ON SCHEMA log TO baove_append, baove_app, baove_projector;
GRANT USAGE ON SCHEMA guard TO baove_migrate, baove_app, baove_projector;
GRANT SELECT, INSERT (name, digest) ON guard.migrations TO baove_migrate;
GRANT USAGE ON SCHEMA read TO baove_reader;
GRANT USAGE, CREATE ON SCHEMA read TO baove_projector;
ALTER DEFAULT PRIVILEGES FOR ROLE baove_projector IN SCHEMA read GRANT SELECT ON TABLES TO baove_reader;
