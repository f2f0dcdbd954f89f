-- An answer to a task speaks of all records of its two people: what it was asked of is remembered, so that it gets another
-- version when either of them is made of other records. 0: not known; such a task gets another version when it is next looked at.
ALTER TABLE review_task ADD COLUMN asked_of bigint NOT NULL DEFAULT 0;

-- What one must be cleared for to see a record or decide about it: the one place that says so in the database. A record is as
-- sensitive as the person it belongs to.
CREATE VIEW record_sensitivity AS
SELECT record_id, CASE source_table WHEN 'victim' THEN 'TRAFFICKING_VICTIM' ELSE 'CHILD' END AS sensitivity
  FROM source_record
 WHERE source_table IN ('tre_em', 'victim')
UNION ALL
SELECT own.record_id, CASE fellow.source_table WHEN 'victim' THEN 'TRAFFICKING_VICTIM' ELSE 'CHILD' END
  FROM link own JOIN link fellow USING (master_id)
 WHERE fellow.source_table IN ('tre_em', 'victim');

-- A task is as sensitive as its two people, not only as its two records.
CREATE OR REPLACE VIEW review_task_scope AS
SELECT task_id,
       ARRAY(SELECT DISTINCT seen.centre
               FROM (SELECT contact.centre FROM contact WHERE caller_id IN (record_a, record_b)
                     UNION
                     SELECT contact.centre
                       FROM case_file JOIN contact ON contact.case_id = case_file.record_id
                      WHERE case_file.subject_id IN (record_a, record_b)
                     UNION
                     SELECT contact.centre
                       FROM case_file JOIN contact ON contact.case_id = case_file.record_id
                      WHERE case_file.reporter_id IN (record_a, record_b)) AS seen
              ORDER BY seen.centre) AS centres,
       ARRAY(SELECT DISTINCT sensitivity FROM record_sensitivity WHERE record_id IN (record_a, record_b)
              ORDER BY sensitivity) AS sensitivity
  FROM review_task;

UPDATE review_task task
   SET sensitivity = scope.sensitivity
  FROM review_task_scope scope
 WHERE scope.task_id = task.task_id AND state <> 'CLOSED' AND task.sensitivity <> scope.sensitivity;
