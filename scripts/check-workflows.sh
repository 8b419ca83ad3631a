#!/usr/bin/env bash
# Second opinions on the workflows: actionlint over all of them, zizmor over the examples and our own. A tool that is not installed is
# named and left out.
#   go install github.com/rhysd/actionlint/cmd/actionlint@latest      pip install zizmor
set -euo pipefail
cd "$(dirname "$0")/.."
if command -v actionlint >/dev/null; then
  actionlint -no-color examples/workflows/*.yml .github/workflows/*.yml
  echo 'actionlint: nothing to report'
else
  echo 'SKIPPED actionlint: not installed'
fi
if command -v zizmor >/dev/null; then
  zizmor --offline --no-progress --quiet --config scripts/zizmor-examples.yml examples/workflows/*.yml
  zizmor --offline --no-progress --quiet .github action.yml
else
  echo 'SKIPPED zizmor: not installed'
fi
