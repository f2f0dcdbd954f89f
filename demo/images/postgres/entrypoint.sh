#!/bin/bash
set -euo pipefail
password=${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:-/dev/null}")}
serve=(postgres --listen_addresses='*' --unix_socket_directories=/tmp)
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # shellcheck disable=SC2086 # the arguments are several words
  initdb --username=postgres --pwfile=<(echo "$password") --auth=scram-sha-256 ${POSTGRES_INITDB_ARGS:-} --no-sync
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  if [ -n "${POSTGRES_DB:-}" ]; then
    export PGHOST=/tmp PGUSER=postgres PGPASSWORD=$password PGDATABASE=postgres
    pg_ctl --wait start --options="-c listen_addresses= -c unix_socket_directories=/tmp" >/dev/null
    createdb "$POSTGRES_DB"
    for script in /docker-entrypoint-initdb.d/*; do
      case $script in
        *.sh) bash "$script" ;;
        *.sql) psql --set=ON_ERROR_STOP=1 --quiet --dbname="$POSTGRES_DB" --file="$script" ;;
      esac
    done
    pg_ctl --wait stop >/dev/null
    unset PGHOST PGUSER PGPASSWORD PGDATABASE
  fi
fi
rm -f "$PGDATA/postmaster.pid"
exec "${serve[@]}" "$@"
