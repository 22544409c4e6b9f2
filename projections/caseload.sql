CREATE TABLE {caseload} (
    file_id uuid PRIMARY KEY,
    number text NOT NULL,
    phase text NOT NULL,
    risk text,
    risk_confirmed boolean NOT NULL,
    serious_danger boolean NOT NULL,
    harm_kinds text[] NOT NULL,
    child_age_band text,
    place_unit_id uuid,
    place_unit_code text,
    place_unit_name text,
    residence_unit_id uuid,
    residence_unit_code text,
    residence_unit_name text,
    lead_unit_id uuid,
    lead_unit_code text,
    lead_unit_name text,
    clock_start timestamptz,
    opened_at timestamptz,
    closed_at timestamptz,
    died_at timestamptz,
    suspended_until timestamptz,
    urgent boolean NOT NULL,
    separated boolean NOT NULL,
    no_contact boolean NOT NULL,
    merged_into uuid,
    reports integer NOT NULL,
    reopened integer NOT NULL,
    running integer NOT NULL,
    lapsed integer NOT NULL,
    next_due timestamptz,
    next_due_code text,
    version integer NOT NULL,
    position bigint NOT NULL,
    changed_at timestamptz NOT NULL
);
-- after the rows
CREATE UNIQUE INDEX ON {caseload} (number, file_id);
CREATE INDEX ON {caseload} (opened_at, file_id);
CREATE INDEX ON {caseload} (changed_at, file_id);
CREATE INDEX ON {caseload} (next_due, file_id);
CREATE INDEX ON {caseload} (lead_unit_id, opened_at);
CREATE INDEX ON {caseload} (place_unit_id, opened_at);
CREATE INDEX ON {caseload} (residence_unit_id, opened_at);
CREATE INDEX ON {caseload} (phase, opened_at);
