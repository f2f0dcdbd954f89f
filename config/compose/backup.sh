#!/bin/bash
# Copies the hub while it runs:   backup.sh FOLDER
# Makes FOLDER/TIME/hub.tar.gz, a whole base backup. With the archived log (made/archive) it can be brought to any later moment.
# HUB: how a command is run where the hub is; as it stands, in compose.yaml's container.
set -euo pipefail
cd "$(dirname "$0")"
[ $# = 1 ] || { echo "backup.sh FOLDER" >&2; exit 2; }
hub=${HUB:-docker compose exec -T hub}
umask 077
to=$1/$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$to"
$hub bash -c 'export PGPASSWORD="${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:-/dev/null}")}"
  exec pg_basebackup --host=127.0.0.1 --username=postgres --format=tar --gzip --wal-method=fetch --checkpoint=fast --pgdata=-' \
  >"$to/hub.tar.gz.part"
gzip --test "$to/hub.tar.gz.part"
mv "$to/hub.tar.gz.part" "$to/hub.tar.gz"
echo "$to/hub.tar.gz"
