CREATE TABLE {words} (
    position bigint NOT NULL,
    path text NOT NULL,
    file_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    lexemes tsvector NOT NULL
);
-- Statistics would keep samples of words beyond the erasure of whoever they told of.
ALTER TABLE {words} ALTER COLUMN lexemes SET STATISTICS 0;
CREATE INDEX ON {words} (subject_id);
-- after the rows
ALTER TABLE {words} ADD PRIMARY KEY (position, path);
CREATE INDEX ON {words} USING gin (lexemes);
