#!/bin/bash
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # shellcheck disable=SC2086 # the arguments are several words
  initdb --username=postgres --pwfile=<(echo "$POSTGRES_PASSWORD") --auth=scram-sha-256 ${POSTGRES_INITDB_ARGS:-} --no-sync
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
fi
rm -f "$PGDATA/postmaster.pid"
exec postgres --listen_addresses='*' --unix_socket_directories=/tmp "$@"
