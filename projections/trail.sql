CREATE TABLE {trail} (
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    occurred_at timestamptz NOT NULL,
    late boolean NOT NULL,
    kind text NOT NULL,
    file_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    act text NOT NULL,
    stored_as text NOT NULL,
    category text NOT NULL,
    person_id uuid,
    actor_name text NOT NULL,
    role text NOT NULL,
    capacity text NOT NULL,
    delegation text,
    rule text,
    office_id uuid,
    actor_unit_id uuid,
    actor_unit_code text,
    actor_unit_name text,
    unit_id uuid,
    unit_code text,
    unit_name text,
    units uuid[] NOT NULL,
    correlation_id uuid NOT NULL,
    causation_id uuid,
    command_id uuid NOT NULL,
    seen_version integer,
    basis_document text,
    basis_article text,
    basis_form text,
    regime text NOT NULL,
    reason boolean NOT NULL,
    late_reason boolean NOT NULL,
    attachment_count integer NOT NULL,
    attachments text NOT NULL,
    starts text NOT NULL,
    ends text NOT NULL,
    details text NOT NULL
) WITH (toast_tuple_target = 8160);  -- a page of lines is read whole: nothing is to be fetched from elsewhere
CREATE TABLE {trail_unit} (
    unit_id uuid NOT NULL,
    position bigint NOT NULL,
    act text NOT NULL,
    matter boolean NOT NULL,
    actor boolean NOT NULL
);
CREATE TABLE {trail_file} (
    file_id uuid PRIMARY KEY,
    case_id uuid NOT NULL
);
-- after the rows
ALTER TABLE {trail} ADD PRIMARY KEY (position);
CREATE INDEX ON {trail} (occurred_at, position);
CREATE INDEX ON {trail} (file_id, position);
CREATE INDEX ON {trail} (person_id, position) WHERE person_id IS NOT NULL;
CREATE INDEX ON {trail} (office_id, position) WHERE office_id IS NOT NULL;
CREATE INDEX ON {trail} (role, position);
CREATE INDEX ON {trail} (act, position);
CREATE INDEX ON {trail} (category, position);
CREATE INDEX ON {trail} (correlation_id);
CREATE INDEX ON {trail} (id);
CREATE INDEX ON {trail} (causation_id) WHERE causation_id IS NOT NULL;
CREATE INDEX ON {trail} (position) WHERE late;
CREATE INDEX ON {trail} (recorded_at, position);
ALTER TABLE {trail_unit} ADD PRIMARY KEY (unit_id, position) INCLUDE (act, matter, actor);
CREATE INDEX ON {trail_file} (case_id);
