-- Keys that belong to no source record (what people typed about nobody known, terms of the audit trail) are destroyed likewise.
ALTER TABLE key_destruction ALTER COLUMN record_id DROP NOT NULL;
