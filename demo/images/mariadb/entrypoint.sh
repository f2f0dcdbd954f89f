#!/bin/bash
set -euo pipefail
data=/var/lib/mysql
if [ ! -d "$data/mysql" ]; then
  mariadb-install-db --no-defaults --datadir="$data" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve
  password=${MARIADB_ROOT_PASSWORD:-$(cat "${MARIADB_ROOT_PASSWORD_FILE:-/dev/null}")}
  {
    cat <<SQL
FLUSH PRIVILEGES;
CREATE OR REPLACE USER 'root'@'%' IDENTIFIED BY '$password';
GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;
DELETE FROM mysql.global_priv WHERE (User = 'root' AND Host <> '%') OR User = '';
SQL
    if [ -n "${MARIADB_DATABASE:-}" ]; then
      echo "CREATE DATABASE $MARIADB_DATABASE CHARACTER SET utf8mb4; USE $MARIADB_DATABASE;"
      cat /docker-entrypoint-initdb.d/*.sql 2>/dev/null || true
    fi
  } | mariadbd --no-defaults --datadir="$data" --bootstrap
fi
exec mariadbd --no-defaults --datadir="$data" --socket=/run/mysqld/mysqld.sock --bind-address=0.0.0.0 "$@"
