-- The audit trail's table, for the DBA of the hub. Run it as a superuser in the hub's database, once the service's account and the
-- database exist and before the service starts first; to run it again changes nothing.
--   psql -h HOST -U postgres -d hub -v ON_ERROR_STOP=1 -f audit.sql
--
-- Why by hand: whoever owns a table may change and drop it, so it must not be the service's account. Here the owner is a role that
-- nobody logs in as; the service's account (the owner of the database) may read and append, nothing else. That a superuser
-- changes it all the same is what the keyed chain is for (config/SECURITY.md, the command verify-audit).
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'unified_hotline_audit') THEN
    CREATE ROLE unified_hotline_audit NOLOGIN;
  END IF;
END $$;

CREATE SCHEMA IF NOT EXISTS audit;
ALTER SCHEMA audit OWNER TO unified_hotline_audit;

CREATE TABLE IF NOT EXISTS audit.entry (
  sequence bigint         PRIMARY KEY,             -- 1, 2, 3 … without a gap
  at       timestamptz(6) NOT NULL,                -- when it was answered
  instance uuid           NOT NULL,                -- the run of the service that wrote it
  account  text,                                   -- who; null: nobody had logged in
  roles    text[]         NOT NULL,
  address  text,                                   -- from where
  kind     text           NOT NULL,
  call     text           NOT NULL,                -- the call as it stands in roles.yaml, never what was typed
  status   integer        NOT NULL,                -- of the answer
  refused  boolean        NOT NULL,
  masters  uuid[]         NOT NULL,                -- the master records that were shown, asked for or decided about
  data_key bytea,                                  -- this row's key, wrapped; to destroy it is to forget what is sealed
  sealed   bytea,                                  -- purpose, terms and whatever else was typed; encrypted
  mac      bytea          NOT NULL                 -- HMAC-SHA-256 of all of the above but data_key, and of the row before
);
ALTER TABLE audit.entry OWNER TO unified_hotline_audit;
CREATE INDEX IF NOT EXISTS entry_at ON audit.entry (at);
CREATE INDEX IF NOT EXISTS entry_account ON audit.entry (account, at);
CREATE INDEX IF NOT EXISTS entry_masters ON audit.entry USING gin (masters);
CREATE INDEX IF NOT EXISTS entry_rare ON audit.entry (kind, sequence) WHERE kind NOT IN ('READ', 'SEARCH');
CREATE INDEX IF NOT EXISTS entry_refused ON audit.entry (sequence) WHERE refused;

-- To forget what was typed about somebody who is erased: the keys of these entries' sealed text go, and nothing else can be changed. The
-- service puts the order on record first; verify-audit tells what was forgotten without one.
CREATE OR REPLACE FUNCTION audit.forget(forgotten bigint[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  went integer;
BEGIN
  UPDATE audit.entry SET data_key = NULL WHERE sequence = ANY (forgotten) AND data_key IS NOT NULL;
  GET DIAGNOSTICS went = ROW_COUNT;
  RETURN went;
END $$;
ALTER FUNCTION audit.forget(bigint[]) OWNER TO unified_hotline_audit;
REVOKE ALL ON FUNCTION audit.forget(bigint[]) FROM PUBLIC;

-- To renew the key that wraps them (rotate-keys): the same data keys, wrapped by another. What a key no longer opens, verify-audit names.
CREATE OR REPLACE FUNCTION audit.rewrap(numbers bigint[], before bytea[], after bytea[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  went integer;
BEGIN
  UPDATE audit.entry SET data_key = given.after
    FROM unnest(numbers, before, after) AS given (sequence, before, after)
   WHERE entry.sequence = given.sequence AND entry.data_key = given.before AND length(given.after) = length(given.before);
  GET DIAGNOSTICS went = ROW_COUNT;
  RETURN went;
END $$;
ALTER FUNCTION audit.rewrap(bigint[], bytea[], bytea[]) OWNER TO unified_hotline_audit;
REVOKE ALL ON FUNCTION audit.rewrap(bigint[], bytea[], bytea[]) FROM PUBLIC;

DO $$
DECLARE
  service text := (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database());
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA audit TO %I', service);
  EXECUTE format('REVOKE ALL ON audit.entry FROM PUBLIC, %I', service);
  EXECUTE format('GRANT SELECT, INSERT ON audit.entry TO %I', service);
  EXECUTE format('GRANT EXECUTE ON FUNCTION audit.forget(bigint[]) TO %I', service);
  EXECUTE format('GRANT EXECUTE ON FUNCTION audit.rewrap(bigint[], bytea[], bytea[]) TO %I', service);
END $$;
