#!/usr/bin/env bash
# Makes wwwroot/images/open-graph.png (1200×630) from open-graph.html, in the theme's colours and letters.
# The picture is in version control: run this only after changing the page. Needs Chromium and Noto CJK.
set -euo pipefail
cd "$(dirname "$0")"
chromium=$(command -v chromium-headless-shell || command -v chromium)
"$chromium" --headless --no-sandbox --hide-scrollbars --force-device-scale-factor=1 --window-size=1200,630 \
  --screenshot="$PWD/../wwwroot/images/open-graph.png" "file://$PWD/open-graph.html"
