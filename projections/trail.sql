CREATE TABLE {trail} (
    -- the line's place in the record: the order, and the key of every page
    position bigint NOT NULL,
    -- when it was stored: grows with position, so a range of it is a range of positions
    recorded_at timestamptz NOT NULL,
    -- when it happened, as the actor said; late: more than a day before it was recorded
    occurred_at timestamptz NOT NULL,
    late boolean NOT NULL,
    -- the file (unit, office, report, case, ...), its version, the line's own id
    kind text NOT NULL,
    file_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    -- the act's name (assess_initial_risk, with labels in the catalogue), the event's name
    act text NOT NULL,
    stored_as text NOT NULL,
    -- the heading of the file's kind (CASE REPORT REGISTER ACCESS DENIED ...), CLOCK or SYSTEM
    category text NOT NULL,
    -- who, as of then; person_id is null and rule is set for the system
    person_id uuid,
    actor_name text NOT NULL,
    role text NOT NULL,
    capacity text NOT NULL,
    delegation text,
    rule text,
    -- the actor's office and its unit; a delegate acts in another role than that of the own office
    office_id uuid,
    office_role text,
    actor_unit_id uuid,
    actor_unit_code text,
    actor_unit_name text,
    -- the unit whose matter it is
    unit_id uuid,
    unit_code text,
    unit_name text,
    -- both units and all above them, as of then: X = ANY(units) where another index leads
    units uuid[] NOT NULL,
    correlation_id uuid NOT NULL,
    causation_id uuid,
    command_id uuid NOT NULL,
    seen_version integer,
    basis_document text,
    basis_article text,
    basis_form text,
    regime text NOT NULL,
    -- whether there is one; the text is read from the line itself
    reason boolean NOT NULL,
    late_reason boolean NOT NULL,
    -- JSON texts, ready to send; details is the event, each personal value masked: its kind, origin and subject
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
