#!/usr/bin/env bash
# Draws docs/images/comment.png: the comment of the demo, rendered by GitHub's own Markdown (cmark-gfm) in Chromium.
# On Debian: apt-get install chromium cmark-gfm fonts-noto-color-emoji
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node dist/cli/index.js scan examples/demo --repo examples/demo --quiet --markdown "$work/comment.md" || true
{
  cat <<'HTML'
<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; padding: 20px; background: #fff; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; width: 960px; }
.box { border: 1px solid #d1d9e0; border-radius: 6px; }
.head { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; color: #59636e; border-radius: 6px 6px 0 0; }
.head b { color: #1f2328; } .body { padding: 4px 16px 16px; }
h2 { font-size: 21px; border-bottom: 1px solid #d1d9e0; padding-bottom: 6px; }
table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: 6px 10px; vertical-align: top; }
tr:nth-child(even) { background: #f6f8fa; } a { color: #0969da; text-decoration: none; } sub { font-size: 12px; color: #59636e; vertical-align: baseline; }
code { background: #818b981f; border-radius: 6px; padding: 2px 5px; font: 12px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
details { margin: 10px 0; } summary { cursor: pointer; }
</style><div class="box"><div class="head"><b>github-actions</b> bot commented now</div><div class="body">
HTML
  cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tagfilter "$work/comment.md"
  echo '</div></div>'
} >"$work/comment.html"
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
  --disable-sync --hide-scrollbars --user-data-dir="$work/profile" --window-size=1010,1180 --screenshot="$PWD/docs/images/comment.png" \
  "file://$work/comment.html" >/dev/null 2>&1
ls -l docs/images/comment.png
