CREATE TABLE {words} (
    position bigint NOT NULL,
    path text NOT NULL,
    file_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    lexemes tsvector NOT NULL
);
CREATE INDEX ON {words} (subject_id);
-- after the rows
ALTER TABLE {words} ADD PRIMARY KEY (position, path);
CREATE INDEX ON {words} USING gin (lexemes);
