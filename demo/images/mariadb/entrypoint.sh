#!/bin/bash
set -euo pipefail
data=/var/lib/mysql
if [ ! -d "$data/mysql" ]; then
  mariadb-install-db --no-defaults --datadir="$data" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve
  mariadbd --no-defaults --datadir="$data" --bootstrap --log-bin=OFF <<SQL
FLUSH PRIVILEGES;
CREATE OR REPLACE USER 'root'@'%' IDENTIFIED BY '$MARIADB_ROOT_PASSWORD';
GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;
DELETE FROM mysql.global_priv WHERE (User = 'root' AND Host <> '%') OR User = '';
SQL
fi
exec mariadbd --no-defaults --datadir="$data" --socket=/run/mysqld/mysqld.sock --bind-address=0.0.0.0 "$@"
