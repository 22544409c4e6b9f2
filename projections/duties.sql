CREATE TABLE {duties} (
    file_id uuid NOT NULL,
    code text NOT NULL,
    ref text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    since timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    inclusive boolean NOT NULL,
    ended_at timestamptz,
    started_position bigint NOT NULL,
    restarted_position bigint,
    lapsed_position bigint,
    lapsed_at timestamptz,
    ended_position bigint,
    office_id uuid NOT NULL,
    role text NOT NULL,
    unit_id uuid NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    units uuid[] NOT NULL,
    rule_version integer NOT NULL,
    calendar_version integer NOT NULL,
    basis_document text NOT NULL,
    basis_article text NOT NULL,
    basis_form text NOT NULL,
    confidence text NOT NULL,
    regime text NOT NULL
);
CREATE UNIQUE INDEX ON {duties} (file_id, code, ref) WHERE ended_position IS NULL;
-- after the rows
ALTER TABLE {duties} ADD PRIMARY KEY (file_id, code, ref, started_position);
CREATE INDEX ON {duties} (due_at, file_id) WHERE ended_position IS NULL;
CREATE INDEX ON {duties} (due_at) WHERE status = 'running';
CREATE INDEX ON {duties} USING gin (units) WHERE ended_position IS NULL;
CREATE INDEX ON {duties} (unit_id, due_at);
CREATE INDEX ON {duties} (office_id, due_at);
