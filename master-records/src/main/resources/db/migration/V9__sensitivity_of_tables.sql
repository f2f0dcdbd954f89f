-- Which table is of whom, said once: the view for all readers and what keeps tasks up to date use it.
CREATE FUNCTION sensitivity_of(source_table text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN CASE source_table WHEN 'tre_em' THEN 'CHILD' WHEN 'victim' THEN 'TRAFFICKING_VICTIM' END;

CREATE OR REPLACE VIEW record_sensitivity AS
SELECT record_id, sensitivity_of(source_table) AS sensitivity
  FROM source_record
 WHERE source_table IN ('tre_em', 'victim')
UNION ALL
SELECT own.record_id, sensitivity_of(fellow.source_table)
  FROM link own JOIN link fellow USING (master_id)
 WHERE fellow.source_table IN ('tre_em', 'victim');
