-- What the service is granted on the anti-trafficking hotline's database (PostgreSQL 13 or newer). A DBA runs it once, as a
-- superuser, connected to database pcmbn; the demo and the tests run this very file. Replace the password first:
--     sed 's/CHANGE-ME/…/' hotline.sql | psql pcmbn
-- Nothing here can write or create anything in schema hotline. Each grant stands with its reason. At each start of capture the
-- service names what is missing of it, and refuses an account that may do more (unified-hotline.sources.excess-rights).

-- The account of capture. LOGIN to connect; REPLICATION to keep one logical slot and be sent the write-ahead log
-- through it: every change after the snapshot comes from there.
CREATE ROLE unified_hotline LOGIN REPLICATION PASSWORD 'CHANGE-ME';

-- To connect at all, where PUBLIC has been denied it.
GRANT CONNECT ON DATABASE pcmbn TO unified_hotline;

-- To name the tables, and to read their rows once for the first snapshot (and again only if the slot was lost).
GRANT USAGE ON SCHEMA hotline TO unified_hotline;
GRANT SELECT ON ALL TABLES IN SCHEMA hotline TO unified_hotline;

-- Which tables the log is sent for: exactly those of the hotline. It is made here because only their owner or a superuser
-- may make it, and the service shall be neither (publication.autocreate.mode=disabled). Truncations are sent as well.
CREATE PUBLICATION unified_hotline
  FOR TABLE hotline.agency, hotline.caller, hotline.victim, hotline.case_file, hotline.return_record, hotline.call,
            hotline.referral, hotline.call_review, hotline.site_status
  WITH (publish = 'insert, update, delete, truncate');

-- Deliberately not granted or changed:
--   INSERT, UPDATE, DELETE, TRUNCATE, CREATE   the service writes nothing at the hotline; its heartbeats are messages in the
--                                              log (pg_logical_emit_message), not rows
--   ownership, superuser                       the publication above makes them needless
--   REPLICA IDENTITY FULL                      would change the hotline's tables; the primary key is enough to know the row
--
-- The server itself needs wal_level=logical, a free replication slot and WAL sender. And it must bound what it keeps for a service
-- that stands still, or its disk may fill: the service refuses a server without that bound (unified-hotline.sources.unbounded-log).
-- As much as the disk can spare, for instance
--     ALTER SYSTEM SET max_slot_wal_keep_size = '20GB'; SELECT pg_reload_conf();
-- Beyond that it gives the slot up, and the service reads all rows anew. The page Pipeline tells how much is kept.
--
-- While all rows are read (state SNAPSHOT on the page Pipeline; minutes, at night if need be) an ALTER TABLE waits for the end of that reading, and
-- writers of the table wait behind it: alter tables before or after. Reading and writing rows waits for nothing.
