CREATE TABLE {counts} (
    unit_id uuid NOT NULL,
    month date NOT NULL,
    act text NOT NULL,
    lines bigint NOT NULL,
    late bigint NOT NULL,
    PRIMARY KEY (unit_id, month, act)
);
-- after the rows
CREATE INDEX ON {counts} (unit_id, act, month);
