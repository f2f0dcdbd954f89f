-- What the service is granted on the switchboard's database (MariaDB 10.6 or newer). A DBA runs it once; the demo and
-- the tests run this very file. Replace the password first:   sed 's/CHANGE-ME/…/' switchboard.sql | mariadb
-- Nothing here can write, lock or create anything. Each grant stands with its reason. At each start of capture the service names
-- what is missing of it, and refuses an account that may do more (unified-hotline.sources.excess-rights).

-- The account of capture, and of nothing else. Narrow '%' to the host the service runs on.
CREATE USER IF NOT EXISTS 'unified_hotline'@'%' IDENTIFIED BY 'CHANGE-ME';

-- Reads the rows once, for the first snapshot (and again only if the binary log was purged before it was read),
-- and the definitions of the tables.
GRANT SELECT ON tongdai111.* TO 'unified_hotline'@'%';

-- Asks to be sent the binary log, as a replica does: every change after the snapshot comes from there.
GRANT REPLICATION SLAVE ON *.* TO 'unified_hotline'@'%';

-- Asks where the binary log stands (SHOW BINLOG STATUS, SHOW BINARY LOGS): the snapshot's position, and how far behind
-- capture is. It is called REPLICATION CLIENT before MariaDB 10.5.
GRANT BINLOG MONITOR ON *.* TO 'unified_hotline'@'%';

-- Deliberately not granted:
--   RELOAD, LOCK TABLES   the snapshot takes no lock (snapshot.locking.mode=none), so nobody at the switchboard waits for it
--   SHOW DATABASES        SELECT on the database shows what must be seen
--   INSERT, UPDATE, DELETE, CREATE, TRIGGER …   the service writes nothing at the switchboard, heartbeats included
--
-- The server itself must write a complete row log (my.cnf): log_bin, binlog_format=ROW, binlog_row_image=FULL,
-- binlog_row_metadata=FULL, no binlog_do_db or binlog_ignore_db that leaves the switchboard out, a server_id, and binlog_expire_logs_seconds of some days, so that a weekend's outage of the
-- service loses nothing. MariaDB 11.4 and newer drop nothing by themselves while fewer replicas than
-- slave_connections_needed_for_purge (1) are connected: where the service is the only one, set it to 0, or a service that stands
-- still could fill the disk: it refuses such a server (unified-hotline.sources.unbounded-log). The page Pipeline tells how much is unread, and whether anything bounds it.
--
-- While all rows are read (state SNAPSHOT on the page Pipeline; minutes, at night if need be) an ALTER TABLE waits for the end of that reading, and
-- writers of the table wait behind it: alter tables before or after. Reading and writing rows waits for nothing.
