#!/usr/bin/env bash
# Probes against servers too heavy for every run: installs them with Go and npm, outside this folder, and runs their tests,
# which elsewhere are skipped by name.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v go >/dev/null || { echo 'missing: go (VersityGW needs 1.25 or newer)'; exit 1; }

GOBIN=${GOBIN:-$HOME/go/bin}
export GOBIN
[ -x "$GOBIN/versitygw" ] || go install github.com/versity/versitygw/cmd/versitygw@latest
[ -x "$GOBIN/base" ] || go install github.com/pocketbase/pocketbase/examples/base@v0.30.4

AJAR_PARSE=${AJAR_PARSE:-$HOME/.cache/ajar-servers}
export AJAR_PARSE
mkdir -p "$AJAR_PARSE"
[ -d "$AJAR_PARSE/node_modules/parse-server" ] ||
  npm install --prefix "$AJAR_PARSE" --no-audit --no-fund parse-server@9 @electric-sql/pglite@0.5 @electric-sql/pglite-socket@0.2
npx vitest run __tests__/probes/versitygw.test.ts __tests__/probes/pocketbase.test.ts __tests__/probes/parse-server.test.ts
