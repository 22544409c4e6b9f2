-- A name that very many files bear tells nothing of one child: a match by it would only bury those that count, and each
-- new file would write a line on all of them. Such names are compared with the birth year, or by an identifier.

-- Project default: so many files at most may bear a mark that is compared.
CREATE FUNCTION vault.borne_by_most(form text) RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE WHEN form IN ('written', 'bare') THEN 20 ELSE 100 END
$$;

CREATE OR REPLACE FUNCTION vault.alike(told_in uuid) RETURNS TABLE (file_id uuid, ours text, theirs text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT DISTINCT b.file_id, a.form, b.form
    FROM vault.marks a JOIN vault.marks b ON b.mark = a.mark AND b.file_id <> a.file_id
    WHERE a.file_id = told_in AND (
        SELECT count(*) FROM (
            SELECT FROM vault.marks c WHERE c.mark = a.mark AND c.file_id <> a.file_id
            LIMIT vault.borne_by_most(a.form) + 1
        ) AS each
    ) <= vault.borne_by_most(a.form)
$$;

REVOKE ALL ON FUNCTION vault.borne_by_most FROM PUBLIC;
