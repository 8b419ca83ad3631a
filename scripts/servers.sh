#!/usr/bin/env bash
# Probes against servers that are no npm packages: installs them with Go and runs their tests, which elsewhere are skipped by name.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v go >/dev/null || { echo 'missing: go (VersityGW needs 1.25 or newer)'; exit 1; }

GOBIN=${GOBIN:-$HOME/go/bin}
export GOBIN
[ -x "$GOBIN/versitygw" ] || go install github.com/versity/versitygw/cmd/versitygw@latest
[ -x "$GOBIN/base" ] || go install github.com/pocketbase/pocketbase/examples/base@v0.30.4
npx vitest run __tests__/probes/versitygw.test.ts __tests__/probes/pocketbase.test.ts
