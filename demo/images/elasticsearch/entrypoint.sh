#!/bin/bash
set -euo pipefail
settings=(-Enetwork.host=0.0.0.0)
while IFS= read -r -d '' variable; do
  [[ "${variable%%=*}" == [a-z]*.* ]] && settings+=("-E$variable")
done < <(env -0)
exec bin/elasticsearch "${settings[@]}" "$@"
