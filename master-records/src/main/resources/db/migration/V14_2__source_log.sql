-- How much of its log each source keeps that the service has not read, and what bounds that: seen now and then.
CREATE TABLE source_log (
  source_system text        PRIMARY KEY,
  kept_bytes    bigint,                              -- null: not known, before anything was read
  bound_bytes   bigint,                              -- more the server will not keep for us
  bound_seconds bigint,                              -- longer the server will not keep it
  seen_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
