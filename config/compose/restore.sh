#!/bin/bash
# Puts a backup in the place of the hub's data:   restore.sh FOLDER/TIME/hub.tar.gz
# The hub and the service must be stopped. What is there is kept beside it, as PLACE.before-restore. When the hub is started, it takes
# the archived log as far as it goes, and then serves.
# RUN: how a command is run with the hub's volumes while the hub is down; as it stands, by compose.yaml.
set -euo pipefail
cd "$(dirname "$0")"
[ $# = 1 ] && [ -f "$1" ] || { echo "restore.sh FOLDER/TIME/hub.tar.gz" >&2; exit 2; }
if [ -z "${RUN:-}" ] && [ -n "$(docker compose ps --status running --quiet hub)" ]; then
  echo "restore.sh: the hub runs; docker compose stop service hub" >&2; exit 1
fi
run=${RUN:-docker compose run --rm -T --no-deps --entrypoint bash hub}
$run -c 'set -euo pipefail
  if [ -e "$PGDATA/PG_VERSION" ]; then
    rm -rf "$PGDATA.before-restore"
    mkdir -m 700 "$PGDATA.before-restore"
    mv "$PGDATA"/* "$PGDATA.before-restore"/
  fi
  mkdir -p "$PGDATA"
  tar -xz -C "$PGDATA"
  chmod 700 "$PGDATA"
  if [ "$(id -u)" = 0 ]; then chown -R postgres:postgres "$PGDATA"; fi
  echo "restore_command = '"'"'cp /archive/%f %p'"'"'" >>"$PGDATA/postgresql.auto.conf"
  touch "$PGDATA/recovery.signal"
  if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$PGDATA/recovery.signal"; fi' <"$1"
echo "restored: start the hub, wait until it serves, then the service"
