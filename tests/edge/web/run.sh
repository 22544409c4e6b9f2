#!/usr/bin/env bash
# The proofs that need Node; exits non-zero when one fails.
#   tests/edge/web/run.sh wire URL TOKEN SUBSCRIPTION POSITION [START [RESUME]]
#     a running server: every audit of graphql-http, and the graphql-ws client over the text of a SUBSCRIPTION on
#     `$after`, POSITION being the path of the position inside its data, START what to start after and RESUME the
#     path of what to go on after, if that is not the position
#   tests/edge/web/run.sh schema SCHEMA DOCUMENTS
#     the committed SCHEMA file: the linter, and the typed client of a folder of DOCUMENTS (*.graphql)
set -euo pipefail

install() {
  [ -d node_modules ] || npm install --no-package-lock --no-audit --no-fund --loglevel=error
}

wire() {
  node audit.mjs "$1" "$2"
  node sockets.mjs "$@"
}

schema() {
  work=$(mktemp -d -p .)
  trap 'rm -rf "$work"' EXIT
  cp "$1" "$work/schema.graphql"
  SCHEMA="$work/schema.graphql" node_modules/.bin/eslint --no-config-lookup --config schema.config.mjs \
    --max-warnings 0 "$work/schema.graphql"
  echo "graphql-eslint: schema and relay rules passed"
  node codegen.mjs "$work/schema.graphql" "$2/**/*.graphql" "$work/client"
  node_modules/.bin/tsc --strict --noEmit --skipLibCheck false --target es2022 --module esnext \
    --moduleResolution bundler "$work"/client/*.ts
  echo "codegen: the client preset compiles strictly"
}

case ${1:-} in
  wire) arguments=("${@:2}") ;;
  schema) arguments=("$(realpath "$2")" "$(realpath "$3")") ;;
  *) sed -n '2,8p' "$0" >&2; exit 2 ;;
esac
cd "$(dirname "$0")"
install
"$1" "${arguments[@]}"
