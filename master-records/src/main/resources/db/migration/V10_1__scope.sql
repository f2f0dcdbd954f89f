-- Which centres touched a record of a person: those whose contacts it made, and those of the cases about it. What a reader of one
-- centre may know is decided by this, record by record (package scope); search documents say the same.
CREATE VIEW record_centre AS
SELECT caller_id AS record_id, centre FROM contact WHERE caller_id IS NOT NULL
UNION
SELECT case_file.subject_id, contact.centre
  FROM case_file JOIN contact ON contact.case_id = case_file.record_id;

-- How confidential a record is by itself. How sensitive the person it belongs to is, the view record_sensitivity says.
CREATE FUNCTION label_of(source_table text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN coalesce(sensitivity_of(source_table), 'ORDINARY');
