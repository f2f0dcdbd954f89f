-- Whose sessions and tokens that began before a moment count no more, on every instance: an account's by its name, or what a provider said by
-- its own name of a person or session. Rows older than any session or token may become are removed when another is added.
CREATE TABLE log_out (
  whose   text        PRIMARY KEY,
  before  timestamptz NOT NULL
);
