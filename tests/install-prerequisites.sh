#!/usr/bin/env bash
# Makes sure that the tests find what they need: .NET SDK 10, Node 20, Chromium, a Chinese font, PostgreSQL, pdftotext.
# As root on Debian it installs the last four from Debian's packages, with vipsthumbnail and clamd; elsewhere it says what
# to install. Without vipsthumbnail and clamd the tests of scaled pictures and of a real virus scanner are skipped.
# Safe to run again and again: when nothing is missing it changes nothing and takes well below a second.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tests/prerequisites.sh
. ./prerequisites.sh

problems=()

if ! command -v dotnet >/dev/null 2>&1; then
    problems+=("The .NET SDK 10 is missing: https://dotnet.microsoft.com/download/dotnet/10.0")
elif ! dotnet --list-sdks | grep -q '^10\.'; then
    problems+=("The .NET SDK 10 is missing (found: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')): https://dotnet.microsoft.com/download/dotnet/10.0")
fi

node_major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/') || true
if [ -z "$node_major" ]; then
    problems+=("Node.js 20 or later is missing: https://nodejs.org/")
elif [ "$node_major" -lt 20 ]; then
    problems+=("Node.js 20 or later is needed (found: $node_major): https://nodejs.org/")
fi

missing_packages() {
    find_chromium >/dev/null || chromium_package
    has_chinese_font || echo fonts-noto-cjk
    # fc-list itself; the font check needs it.
    command -v fc-list >/dev/null 2>&1 || echo fontconfig
    find_postgres_bin >/dev/null || echo postgresql
    command -v pdftotext >/dev/null 2>&1 || echo poppler-utils
}

# What some tests can do without.
wanted_packages() {
    command -v vipsthumbnail >/dev/null 2>&1 || echo libvips-tools
    [ -x /usr/sbin/clamd ] || echo clamav-daemon
}

# The lighter package where the distribution has it; its lists may not have been fetched yet.
chromium_package() {
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
        echo chromium-headless-shell
    else
        echo chromium
    fi
}

install_from_debian() {
    export DEBIAN_FRONTEND=noninteractive
    # The tests start a server of their own: do not let the package make one that listens on 5432.
    local no_cluster=/etc/postgresql-common/createcluster.d/livelihood-tests.conf
    if [[ " $* " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p "$(dirname "$no_cluster")"
        echo "create_main_cluster = false" >"$no_cluster"
    fi
    echo "Installing for the tests: $*"
    local log
    log=$(mktemp)
    if apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log" "$no_cluster"
    else
        tail -n 20 "$log" >&2
        rm -f "$log" "$no_cluster"
        return 1
    fi
}

mapfile -t missing < <(missing_packages)
mapfile -t wanted < <(wanted_packages)
if [ "${#missing[@]}" -gt 0 ] || [ "${#wanted[@]}" -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq >/dev/null 2>&1 </dev/null || true
        mapfile -t missing < <(missing_packages)
        if [ "${#missing[@]}" -gt 0 ]; then
            install_from_debian "${missing[@]}" || problems+=("apt-get could not install: ${missing[*]} (its last lines are above)")
        fi
        [ "${#wanted[@]}" -eq 0 ] || install_from_debian "${wanted[@]}" || echo "Some tests will be skipped without: ${wanted[*]}" >&2
        mapfile -t missing < <(missing_packages)
    fi
fi

for package in "${missing[@]}"; do
    case $package in
        chromium | chromium-headless-shell) problems+=("Chromium or Chrome is missing. Debian: apt-get install chromium. Elsewhere: install it so that 'chromium' or 'google-chrome' is on PATH, or set LIVELIHOOD_TEST_CHROMIUM to the program${LIVELIHOOD_TEST_CHROMIUM:+ (it names $LIVELIHOOD_TEST_CHROMIUM, which is not there)}.") ;;
        fonts-noto-cjk) problems+=("No font with Chinese glyphs is installed. Debian and Ubuntu: apt-get install fonts-noto-cjk. Fedora: dnf install google-noto-sans-cjk-fonts.") ;;
        poppler-utils) problems+=("pdftotext is missing; the portal reads the text of PDF files with it. Debian and Ubuntu: apt-get install poppler-utils. macOS: brew install poppler.") ;;
        fontconfig) problems+=("fc-list (package fontconfig) is missing; the tests ask it for a Chinese font.") ;;
        postgresql) problems+=("PostgreSQL's server programs (initdb, pg_ctl) are missing. Debian and Ubuntu: apt-get install postgresql. Fedora: dnf install postgresql-server. macOS: brew install postgresql.") ;;
    esac
done

if [ "${#problems[@]}" -gt 0 ]; then
    printf 'The tests cannot run yet:\n' >&2
    printf '  - %s\n' "${problems[@]}" >&2
    exit 1
fi
