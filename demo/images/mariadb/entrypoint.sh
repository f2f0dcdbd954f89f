#!/bin/bash
set -euo pipefail
data=/var/lib/mysql
if [ ! -d "$data/mysql" ]; then
  mariadb-install-db --no-defaults --datadir="$data" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve
  password=${MARIADB_ROOT_PASSWORD:-$(cat "${MARIADB_ROOT_PASSWORD_FILE:-/dev/null}")}
  mariadbd --no-defaults --datadir="$data" --bootstrap <<SQL
FLUSH PRIVILEGES;
CREATE OR REPLACE USER 'root'@'%' IDENTIFIED BY '$password';
GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;
DELETE FROM mysql.global_priv WHERE (User = 'root' AND Host <> '%') OR User = '';
SQL
  if [ -n "${MARIADB_DATABASE:-}" ]; then
    mariadbd --no-defaults --datadir="$data" --skip-networking --socket=/tmp/first.sock &
    export MYSQL_PWD=$password
    client=(mariadb --no-defaults --socket=/tmp/first.sock --user=root)
    until "${client[@]}" --execute='SELECT 1' >/dev/null 2>&1; do sleep 0.2; done
    "${client[@]}" --execute="CREATE DATABASE $MARIADB_DATABASE CHARACTER SET utf8mb4"
    for script in /docker-entrypoint-initdb.d/*.sql; do
      if [ -f "$script" ]; then "${client[@]}" "$MARIADB_DATABASE" <"$script"; fi
    done
    "${client[@]}" --execute=SHUTDOWN
    wait
    unset MYSQL_PWD
  fi
fi
exec mariadbd --no-defaults --datadir="$data" --socket=/run/mysqld/mysqld.sock --bind-address=0.0.0.0 "$@"
