-- Every record of the people whose processing is restricted: what a decision named, and what belongs to them since.
CREATE INDEX decision_restrictions ON decision (decision_id) WHERE kind = 'RESTRICT' AND state = 'IN_FORCE';
CREATE VIEW restricted_record AS
SELECT unnest(about) AS record_id FROM decision WHERE kind = 'RESTRICT' AND state = 'IN_FORCE'
UNION
SELECT record_id FROM link JOIN restricted_person USING (master_id);
