#!/bin/bash
# The service's account, which owns its database and is nothing more. Runs once, when the hub's data is made.
set -euo pipefail
psql --username=postgres --dbname=hub --set=ON_ERROR_STOP=1 --set=password="$(cat /run/secrets/hub-password)" <<'SQL'
CREATE ROLE hub LOGIN PASSWORD :'password';
ALTER DATABASE hub OWNER TO hub;
ALTER SCHEMA public OWNER TO hub;
SQL
