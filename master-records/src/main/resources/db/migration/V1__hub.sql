-- The hub: what was captured, who is who, and what is to be published. README.md of this room is the guide, table by table.
--
-- A source record is known everywhere by one number, made from its key (SourceRecordId): a row that names another can
-- be stored before that other was captured, and nothing ever waits for a number to be handed out.
-- Personal text stands in raw and canonical rows only; all other tables hold numbers, codes, dates and hashes.

CREATE TABLE source_record (
  record_id     bigint      PRIMARY KEY,
  source_system text        NOT NULL,
  source_table  text        NOT NULL,
  local_id      text        NOT NULL COLLATE "C",
  live          boolean     NOT NULL,              -- false: a tombstone
  life          bigint      NOT NULL,              -- the position of the latest change known of it
  log_file      bigint      NOT NULL,
  log_offset    bigint      NOT NULL,
  event_row     integer     NOT NULL,
  in_history    boolean     NOT NULL,              -- whether source_change holds this state already
  row_hash      bigint      NOT NULL,              -- of the raw row, to tell a row read again from a changed one
  raw           jsonb,                             -- the row as written; null in a tombstone
  canonical     jsonb,                             -- as understood; null if it could not be mapped, and in a tombstone
  changed_at    timestamptz NOT NULL,              -- committed at the source
  captured_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX source_record_live ON source_record (source_system, source_table, life) WHERE live;

-- Every change the log told, once. A state that only a snapshot told is moved here when it is overwritten.
CREATE TABLE source_change (
  record_id   bigint      NOT NULL,
  life        bigint      NOT NULL,
  log_file    bigint      NOT NULL,
  log_offset  bigint      NOT NULL,
  event_row   integer     NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('SNAPSHOT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'VANISHED')),
  raw         jsonb,                               -- null for deletions
  changed_at  timestamptz NOT NULL,
  captured_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (record_id, life, log_file, log_offset, event_row)
);

-- What the records say, as far as it is joined, filtered and counted by.
CREATE TABLE contact (
  record_id        bigint      PRIMARY KEY,
  source_system    text        NOT NULL,
  received_at      timestamptz NOT NULL,
  channel          text        NOT NULL,
  caller_id        bigint,
  case_id          bigint,
  counsellor       text,
  centre           text        NOT NULL,
  language         text        NOT NULL,
  duration_seconds integer     NOT NULL,
  outcome          text        NOT NULL,
  topic            text
);
CREATE INDEX contact_caller ON contact (caller_id) WHERE caller_id IS NOT NULL;
CREATE INDEX contact_case ON contact (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE case_file (
  record_id           bigint PRIMARY KEY,
  source_system       text   NOT NULL,
  case_number         text   NOT NULL,
  subject_id          bigint NOT NULL,
  reporter_id         bigint,
  relation            text   NOT NULL,
  kinds               text[] NOT NULL,
  urgency             smallint,
  status              text   NOT NULL,
  opened_on           date   NOT NULL,
  closed_on           date,
  destination_country text
);
CREATE INDEX case_file_subject ON case_file (subject_id);
CREATE INDEX case_file_reporter ON case_file (reporter_id) WHERE reporter_id IS NOT NULL;

CREATE TABLE referral (
  record_id     bigint PRIMARY KEY,
  source_system text   NOT NULL,
  case_id       bigint NOT NULL,
  agency_id     bigint,
  agency_kind   text,
  province_code text,
  service       text,
  referred_on   date   NOT NULL,
  responded_on  date,
  outcome       text   NOT NULL,
  satisfaction  smallint
);
CREATE INDEX referral_case ON referral (case_id);

CREATE TABLE return_record (
  record_id     bigint PRIMARY KEY,
  source_system text   NOT NULL,
  victim_id     bigint NOT NULL,
  returned_on   date   NOT NULL,
  kind          text   NOT NULL,
  border_gate   text,
  agency_id     bigint,
  screened_as   text
);
CREATE INDEX return_record_victim ON return_record (victim_id);

CREATE TABLE quality_review (
  record_id     bigint        PRIMARY KEY,
  source_system text          NOT NULL,
  contact_id    bigint        NOT NULL,
  reviewer      text          NOT NULL,
  score         numeric(5, 2) NOT NULL,
  reviewed_at   timestamptz   NOT NULL
);
CREATE INDEX quality_review_contact ON quality_review (contact_id);

CREATE TABLE site_status (
  record_id     bigint      PRIMARY KEY,
  source_system text        NOT NULL,
  centre        text        NOT NULL,
  component     text        NOT NULL,
  state         text        NOT NULL,
  observed_at   timestamptz NOT NULL
);

CREATE TABLE agency (
  record_id            bigint  PRIMARY KEY,
  source_system        text    NOT NULL,
  code                 text    NOT NULL,
  name                 text    NOT NULL,
  kind                 text    NOT NULL,
  country              text    NOT NULL,
  province_name        text,
  in_interagency_group boolean NOT NULL
);

CREATE TABLE counsellor (
  record_id     bigint  PRIMARY KEY,
  source_system text    NOT NULL,
  local_id      text    NOT NULL,
  centre        text    NOT NULL,
  active        boolean NOT NULL
);

CREATE TABLE code_entry (
  record_id     bigint PRIMARY KEY,
  source_system text   NOT NULL,
  list          text   NOT NULL,
  code          text   NOT NULL,
  name          text   NOT NULL,
  centre        text
);

-- How capture stands, a row a source system; counters, a row a legacy table.
CREATE TABLE capture_state (
  source_system   text PRIMARY KEY,
  state           text NOT NULL DEFAULT 'STOPPED',
  reason          text,
  life            bigint NOT NULL DEFAULT 0,
  snapshot_phase  text NOT NULL DEFAULT 'NONE' CHECK (snapshot_phase IN ('NONE', 'RUNNING', 'COMPLETE')),
  first_loaded_at timestamptz,
  position_life   bigint,
  position_file   bigint,
  position_offset bigint,
  position_row    integer,
  last_event_at   timestamptz,
  heard_at        timestamptz
);
INSERT INTO capture_state (source_system) VALUES ('switchboard'), ('hotline');

CREATE TABLE table_count (
  source_system text   NOT NULL,
  source_table  text   NOT NULL,
  live          bigint NOT NULL DEFAULT 0,
  captured      bigint NOT NULL DEFAULT 0,         -- source records ever seen, tombstones included
  mapped        bigint NOT NULL DEFAULT 0,         -- live = mapped + dead_lettered
  dead_lettered bigint NOT NULL DEFAULT 0,
  changes       bigint NOT NULL DEFAULT 0,         -- changes taken in, replays apart
  PRIMARY KEY (source_system, source_table)
);

CREATE TABLE dead_letter (
  dead_letter_id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  record_id      bigint      NOT NULL,
  source_system  text        NOT NULL,
  source_table   text        NOT NULL,
  local_id       text        NOT NULL,
  state          text        NOT NULL CHECK (state IN ('OPEN', 'SETTLED')),
  reason         text        NOT NULL,             -- names columns and rules, never a value
  raw            jsonb,
  first_at       timestamptz NOT NULL,
  last_at        timestamptz NOT NULL,
  tries          integer     NOT NULL,
  next_try_at    timestamptz,
  settled_at     timestamptz
);
CREATE UNIQUE INDEX dead_letter_open ON dead_letter (record_id) WHERE state = 'OPEN';

-- Who is who. The clusters are a function of records, assertions and model; what stands here is kept up to date with it.
CREATE TABLE resolution_state (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  phase        text    NOT NULL CHECK (phase IN ('LOADING', 'RESOLVING', 'INCREMENTAL')),
  model        text,                               -- the version of the model that made keys and edges
  population   bigint,                             -- the size of population that its weights are scaled to
  resolver     uuid,                               -- the instance that resolved last
  completed_at timestamptz                         -- when the first load was resolved
);
INSERT INTO resolution_state (phase) VALUES ('LOADING');

-- Records to be looked at. A row is taken before the record is read, so that nothing written meanwhile is missed.
CREATE TABLE resolution_queue (
  queue_id  bigint      GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  record_id bigint      NOT NULL,
  task      text        NOT NULL CHECK (task IN ('RESOLVE', 'REDO', 'RENEW')),
  queued_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE match_state (
  record_id   bigint   PRIMARY KEY,
  fingerprint bigint   NOT NULL,                   -- of all that the engine is told of the record
  keys        bigint[] NOT NULL,                   -- what blocking_key holds of it
  counted     bigint[] NOT NULL                    -- what counted_value holds of it: value, name, value, name …
);

CREATE TABLE blocking_key (
  hash      bigint NOT NULL,
  record_id bigint NOT NULL,
  PRIMARY KEY (hash, record_id)
);

CREATE TABLE counted_value (
  value_hash bigint NOT NULL,
  name_hash  bigint NOT NULL,
  record_id  bigint NOT NULL,
  PRIMARY KEY (value_hash, name_hash, record_id)
);

CREATE TABLE edge (
  record_a bigint NOT NULL,
  record_b bigint NOT NULL,
  bits     float8 NOT NULL,                        -- log2 of the odds that the two are one person
  PRIMARY KEY (record_a, record_b),
  CHECK (record_a < record_b)
);
CREATE INDEX edge_other ON edge (record_b);

CREATE TABLE assertion (
  assertion_id bigint      GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  record_a     bigint      NOT NULL,
  record_b     bigint      NOT NULL,
  verdict      text        NOT NULL CHECK (verdict IN ('SAME_PERSON', 'DIFFERENT_PEOPLE')),
  author       text        NOT NULL,
  reason       text        NOT NULL,
  asserted_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_at timestamptz,
  withdrawn_by text,
  CHECK (record_a < record_b)
);
CREATE INDEX assertion_a ON assertion (record_a) WHERE withdrawn_at IS NULL;
CREATE INDEX assertion_b ON assertion (record_b) WHERE withdrawn_at IS NULL;

CREATE TABLE link (
  record_id     bigint PRIMARY KEY,
  master_id     uuid   NOT NULL,
  link_kind     text   NOT NULL CHECK (link_kind IN ('AUTOMATIC', 'ASSERTED', 'SINGLE')),
  source_system text   NOT NULL,
  source_table  text   NOT NULL,
  local_id      text   NOT NULL COLLATE "C"
);
CREATE INDEX link_master ON link (master_id);

CREATE TABLE master_record (
  master_id   uuid        PRIMARY KEY,
  version     bigint      NOT NULL,
  state       text        NOT NULL CHECK (state IN ('STANDING', 'MERGED', 'GONE')),
  merged_into uuid,
  created_at  timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  CHECK ((state = 'MERGED') = (merged_into IS NOT NULL))
);

-- Members by number only: what they said at the time stands in source_change.
CREATE TABLE master_record_history (
  master_id       uuid        NOT NULL,
  version         bigint      NOT NULL,
  changed_at      timestamptz NOT NULL,
  change          text        NOT NULL CHECK (change IN
                    ('CREATED', 'SPLIT_OFF', 'MEMBERS_CHANGED', 'VALUES_CHANGED', 'MERGED_AWAY', 'GONE')),
  other_master_id uuid,
  members         bigint[]    NOT NULL,
  PRIMARY KEY (master_id, version)
);

-- What integrators ask for with since=…; a row a changed link.
CREATE TABLE crosswalk_change (
  change_id     bigint      GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  record_id     bigint      NOT NULL,
  source_system text        NOT NULL,
  source_table  text        NOT NULL,
  local_id      text        NOT NULL,
  master_id     uuid,                              -- null: the source record was deleted
  former_id     uuid,
  link_kind     text,
  changed_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX crosswalk_change_record ON crosswalk_change (record_id);

CREATE TABLE outbox (
  master_id  uuid        PRIMARY KEY,
  outbox_id  bigint      GENERATED BY DEFAULT AS IDENTITY,
  version    bigint      NOT NULL,
  kind       text        NOT NULL CHECK (kind IN ('CHANGED', 'REMOVED')),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX outbox_order ON outbox (outbox_id);
