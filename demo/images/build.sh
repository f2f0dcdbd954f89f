#!/usr/bin/env bash
# Builds the images of the three servers from Debian's packages and the Elasticsearch zip that Maven has, for where no
# registry can be reached. They take the same variables and arguments as the official images, as far as the tests use them.
#
#   demo/images/build.sh [DIR]      DIR: for the base system, which is made once; default /var/cache/unified-hotline-images
#
#   demo/images/build.sh --jre [DIR]  also a JRE to build the service's image on: DIR/jre.tar, see config/DEPLOYMENT.md
#
# Needs root, docker and debootstrap. An image that is there already is not built again but with --force.
# DEBIAN_MIRROR names another mirror than Debian's own. JAVA_25_HOME names the JDK for Elasticsearch, otherwise one is looked for where Debian and Temurin put theirs.
set -euo pipefail
cd "$(dirname "$0")"

force=false jre=false
while [[ "${1:-}" == --* ]]; do
  case $1 in
    --force) force=true ;;
    --jre) jre=true ;;
    *) echo "images: no option $1" >&2; exit 2 ;;
  esac
  shift
done
work=${1:-/var/cache/unified-hotline-images}
suite=bookworm
mirror=${DEBIAN_MIRROR:-}
docker=${DOCKER:-docker}
name=unified-hotline

has() { [ "$force" = false ] && "$docker" image inspect "$1" >/dev/null 2>&1; }
say() { echo "images: $*"; }
fail() { echo "images: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "debootstrap needs root"
command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
"$docker" version >/dev/null 2>&1 || fail "no container engine answers: is dockerd running?"

# The base system; apt in it asks the mirror that debootstrap asked, over the host's network.
base() {
  has "$name/debian:$suite" && return
  say "the base system ($suite)"
  mkdir -p "$work"
  rm -rf "$work/base"
  debootstrap --variant=minbase "$suite" "$work/base" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 \
    || fail "debootstrap failed: see $work/debootstrap.log"
  rm -rf "$work/base/var/cache/apt/archives"/*.deb
  tar -C "$work/base" -c . | "$docker" import - "$name/debian:$suite" >/dev/null
  rm -rf "$work/base"
}

built() { # image folder
  say "$1"
  DOCKER_BUILDKIT=0 "$docker" build --quiet --network host --build-arg BASE="$name/debian:$suite" -t "$1" "$2" >/dev/null
}

jdk() {
  local found
  for found in "${JAVA_25_HOME:-}" /usr/lib/jvm/*25*; do
    [ -n "$found" ] && [ -x "$found/bin/java" ] && { readlink -f "$found"; return; }
  done
  fail "no JDK 25: set JAVA_25_HOME"
}

copy_jdk() { # to
  mkdir "$1"
  tar -C "$(jdk)" --exclude=./jmods --exclude=./lib/src.zip -c . | tar -C "$1" -x
}

elasticsearch() {
  has "$name/elasticsearch:zip" && return
  local zip context
  zip=$(sed -n 's/^elasticsearch\.archive=//p' ../target/classes/server-archives.properties 2>/dev/null || true)
  [ -f "$zip" ] || fail "the Elasticsearch zip is not known: build room demo first (mvn -pl demo process-resources)"
  context=$(mktemp -d)
  cp elasticsearch/* "$context"
  ln "$zip" "$context/elasticsearch.zip" 2>/dev/null || cp "$zip" "$context/elasticsearch.zip"
  copy_jdk "$context/jdk"
  (cd "$context" && jdk/bin/jar --extract --file elasticsearch.zip && rm elasticsearch.zip && mv elasticsearch-* elasticsearch)
  chmod +x "$context"/elasticsearch/bin/*
  find "$context/elasticsearch" -path '*/bin/*' -type f -exec chmod +x {} +
  built "$name/elasticsearch:zip" "$context"
  rm -rf "$context"
}

jre() {
  has "$name/jre:debian" && [ -f "$work/jre.tar" ] && return
  local context
  context=$(mktemp -d)
  cp jre/* "$context"
  copy_jdk "$context/jdk"
  built "$name/jre:debian" "$context"
  rm -rf "$context"
  mkdir -p "$work"
  "$docker" save "$name/jre:debian" -o "$work/jre.tar"
}

base
has "$name/postgres:debian" || built "$name/postgres:debian" postgres
has "$name/mariadb:debian" || built "$name/mariadb:debian" mariadb
elasticsearch
if [ "$jre" = true ]; then jre; fi
"$docker" image ls --filter "reference=$name/*"
