-- What Debezium keeps about its place in the sources' logs. One table a connector: its store rewrites the whole table.
-- The columns are those of Debezium's JDBC storage; the text columns have no bound, which its own tables have.

CREATE TABLE offset_switchboard (
  id                varchar(36) NOT NULL PRIMARY KEY,
  offset_key        text,
  offset_val        text,
  record_insert_ts  timestamp   NOT NULL,
  record_insert_seq integer     NOT NULL
);

CREATE TABLE offset_hotline (LIKE offset_switchboard INCLUDING ALL);

-- MariaDB's log names no columns, so the tables' definitions are kept as they were at every place of the log.
CREATE TABLE schema_history_switchboard (
  id                varchar(36) NOT NULL,
  history_data      text        NOT NULL,
  history_data_seq  integer     NOT NULL,
  record_insert_ts  timestamp   NOT NULL,
  record_insert_seq integer     NOT NULL,
  PRIMARY KEY (record_insert_seq, history_data_seq, id)
);
