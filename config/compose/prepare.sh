#!/bin/bash
# Makes what compose.yaml mounts, in ./made: passwords, an authority of this installation's own with certificates of its servers,
# the search server's account, and the folders of keys, audit trail and log archive. What is there already stays.
# Run it as root, since each file belongs to the user of the server that reads it:   sudo ./prepare.sh [NAME…]
# NAME: what users call this machine; stands in the console's certificate beside localhost. Put another certificate of your own
# in made/tls/service.pem and .key if browsers are to trust it.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
[ "$(id -u)" = 0 ] || { echo "prepare.sh: run it as root" >&2; exit 1; }
command -v openssl >/dev/null || { echo "prepare.sh: openssl is missing" >&2; exit 1; }

SERVICE=10001 POSTGRES=999 ELASTICSEARCH=1000
mkdir -p made/{secrets,tls,search,trying,archive,state/keys,state/audit}
chmod 711 made/secrets made/tls made/search made/trying
chmod 700 made

password() { [ -s "made/secrets/$1" ] || openssl rand -hex 24 >"made/secrets/$1"; }
for name in hub-superuser hub-password search-password switchboard-password hotline-password; do password "$name"; done
[ -e made/secrets/login-secret ] || { password login-secret; echo "Put the login provider's client secret into made/secrets/login-secret"; }
# Read by the service, and by the hub's own first start.
chmod 444 made/secrets/*

authority() {
  [ -s made/tls/ca.pem ] && return
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Unified Hotline installation" \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout made/tls/ca.key -out made/tls/ca.pem 2>/dev/null
}
certificate() { # name owner names…
  local name=$1 owner=$2; shift 2
  [ -s "made/tls/$name.pem" ] && return
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$name" \
    -keyout "made/tls/$name.key" -out "made/tls/$name.csr" 2>/dev/null
  openssl x509 -req -in "made/tls/$name.csr" -CA made/tls/ca.pem -CAkey made/tls/ca.key -CAcreateserial -days 825 \
    -out "made/tls/$name.pem" 2>/dev/null \
    -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\n' "$(printf 'DNS:%s,' "$@")IP:127.0.0.1")
  rm "made/tls/$name.csr"
  chown "$owner" "made/tls/$name.key" && chmod 400 "made/tls/$name.key"
}
authority
certificate hub "$POSTGRES:$POSTGRES" hub localhost
certificate search "$ELASTICSEARCH:0" search localhost
certificate service "$SERVICE:$SERVICE" service localhost "$@"
chmod 444 made/tls/*.pem

# The account of the service at the search server: PBKDF2 as its file realm has it, cost, salt, hash.
if [ ! -s made/search/users ]; then
  salt=$(openssl rand -hex 32)
  hash=$(openssl kdf -keylen 32 -binary -kdfopt digest:SHA512 -kdfopt "pass:$(cat made/secrets/search-password)" \
    -kdfopt "hexsalt:$salt" -kdfopt iter:10000 PBKDF2 | base64 -w0)
  salt=$(printf "$(sed 's/../\\x&/g' <<<"$salt")" | base64 -w0)
  echo "unified-hotline:{PBKDF2}10000\$$salt\$$hash" >made/search/users
  echo "unified_hotline:unified-hotline" >made/search/users_roles
fi
chown "$ELASTICSEARCH:0" made/search/users*

# The keys of the audit trail, and room for those that the hub is encrypted with:
# docker compose run --rm service rotate-keys --make
for key in chain sealing; do
  [ -s "made/state/audit/$key.key" ] || openssl rand -hex 32 >"made/state/audit/$key.key"
done
chown -R "$SERVICE:$SERVICE" made/state
chown "$POSTGRES:$POSTGRES" made/archive

# The grants, as the stand-ins of the legacy databases run them.
for source in switchboard hotline; do
  sed "s/CHANGE-ME/$(cat made/secrets/$source-password)/" "../legacy-grants/$source.sql" >"made/trying/$source-grants.sql"
done
chmod 444 made/trying/*
echo "made/ is ready"
