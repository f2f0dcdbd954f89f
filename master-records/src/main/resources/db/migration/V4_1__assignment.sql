-- Who takes which review task: what it is about, and to whom a supervisor gave it.
ALTER TABLE review_task
  ADD COLUMN centres     text[] NOT NULL DEFAULT '{}',  -- where its two records called, or are cared for
  ADD COLUMN sensitivity text[] NOT NULL DEFAULT '{}',  -- CHILD, TRAFFICKING_VICTIM
  ADD COLUMN assigned_to text;                          -- the account of a person; null: whoever takes it
ALTER TABLE review_note
  DROP CONSTRAINT review_note_act_check,
  ADD CONSTRAINT review_note_act_check CHECK (act IN ('CLAIM', 'SKIP', 'DEFER', 'COMMENT', 'DECIDE', 'ASSIGN'));

-- What the two records of a task tell of it, as things stand.
CREATE VIEW review_task_scope AS
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
       ARRAY(SELECT DISTINCT CASE source_table WHEN 'victim' THEN 'TRAFFICKING_VICTIM' ELSE 'CHILD' END AS kind
               FROM source_record
              WHERE record_id IN (record_a, record_b) AND source_table IN ('tre_em', 'victim')
              ORDER BY kind) AS sensitivity
  FROM review_task;

UPDATE review_task task
   SET centres = scope.centres, sensitivity = scope.sensitivity
  FROM review_task_scope scope
 WHERE scope.task_id = task.task_id AND state <> 'CLOSED';
