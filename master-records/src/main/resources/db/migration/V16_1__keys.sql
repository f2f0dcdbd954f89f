-- Keys of what is encrypted. Each source record has one data key, wrapped by a key-encryption key and by a secret of its own
-- that stands in the key tree outside the database (package keys): once that is destroyed, this row is worth nothing, in
-- no backup and no log either.
CREATE TABLE record_key (
  record_id  bigint  PRIMARY KEY,
  key_number bigint  NOT NULL,                       -- its place in the key tree
  version    integer NOT NULL,                       -- of the key-encryption key
  wrapped    bytea   NOT NULL                        -- RFC 3394
);

-- Numbers of the key tree are handed out by blocks of 256.
CREATE SEQUENCE record_key_block MINVALUE 0 START 0;

-- Whose secrets are to be destroyed, and were. What an erasure leaves behind: that there was something.
CREATE TABLE key_destruction (
  key_number   bigint      PRIMARY KEY,
  record_id    bigint      NOT NULL,
  asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  destroyed_at timestamptz                           -- null: not yet; done at the next start
);
CREATE INDEX key_destruction_record ON key_destruction (record_id);
CREATE INDEX key_destruction_open ON key_destruction (key_number) WHERE destroyed_at IS NULL;

-- With which keys this hub is encrypted: by their files' names, what tells them from others and nothing more.
CREATE TABLE key_fingerprint (
  name        text        PRIMARY KEY,
  fingerprint text        NOT NULL,
  since       timestamptz NOT NULL DEFAULT clock_timestamp()
);
