-- Records that were put to one person belong to another: a split and a merge in one decision.
ALTER TABLE decision
  DROP CONSTRAINT decision_kind_check,
  ADD CONSTRAINT decision_kind_check CHECK
    (kind IN ('SAME_PERSON', 'DIFFERENT_PEOPLE', 'MERGE', 'SPLIT', 'MOVE', 'PIN', 'UNDO'));
