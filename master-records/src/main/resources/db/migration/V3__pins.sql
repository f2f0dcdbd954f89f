-- A pinned value: what this record says of the attribute stands while the record is a member, whatever the rules say. The
-- value itself is not kept, so that nothing of a record that left or was erased stays behind.
ALTER TABLE decision
  ADD COLUMN pin_attribute text,
  ADD COLUMN pin_record    bigint,
  DROP CONSTRAINT decision_kind_check,
  ADD CONSTRAINT decision_kind_check CHECK
    (kind IN ('SAME_PERSON', 'DIFFERENT_PEOPLE', 'MERGE', 'SPLIT', 'PIN', 'UNDO')),
  ADD CONSTRAINT decision_pin_check CHECK ((kind = 'PIN') = (pin_record IS NOT NULL AND pin_attribute IS NOT NULL));
CREATE INDEX decision_pin ON decision (pin_record) WHERE kind = 'PIN' AND state = 'IN_FORCE';
