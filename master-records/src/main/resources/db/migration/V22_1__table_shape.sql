-- Whether the tables of the sources still are as the mappings need them. Names of columns only, never a value.
CREATE TABLE table_shape (
  source_system text        NOT NULL,
  source_table  text        NOT NULL,
  state         text        NOT NULL CHECK (state IN ('FOLLOWED', 'STOPPED', 'CATCHING_UP')),
  missing       text[]      NOT NULL DEFAULT '{}', -- columns that the mapping needs and the table does not have
  ignored       text[]      NOT NULL DEFAULT '{}', -- columns that no mapping knows: they are not taken in
  reason        text,                              -- why it stopped
  since         timestamptz,                       -- since when it has not been followed; null while it is
  held          bigint      NOT NULL DEFAULT 0,    -- changes that were left out since
  caught_up_at  timestamptz,                       -- when it was last mended and read anew
  seen_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (source_system, source_table)
);
