# shellcheck shell=bash
# Where the tests find what they need. Sourced by install-prerequisites.sh and run.sh; prints paths, changes nothing.

# Prints the path of a Chromium-family browser: LIVELIHOOD_TEST_CHROMIUM if set, else the first one on PATH.
find_chromium() {
    if [ -n "${LIVELIHOOD_TEST_CHROMIUM:-}" ]; then
        [ -x "$LIVELIHOOD_TEST_CHROMIUM" ] && echo "$LIVELIHOOD_TEST_CHROMIUM"
        return
    fi
    local name found
    # The shell without a window draws the same pages in half the time.
    for name in chromium-headless-shell chromium chromium-browser google-chrome-stable google-chrome; do
        found=$(command -v "$name" 2>/dev/null) || continue
        # Ubuntu's chromium-browser without the snap is only a script that asks for it.
        if "$found" --version >/dev/null 2>&1; then
            echo "$found"
            return
        fi
    done
    return 1
}

# Prints the folder that holds PostgreSQL's server programs (initdb, pg_ctl). Debian keeps them off PATH.
find_postgres_bin() {
    local folder
    folder=$(
        {
            command -v initdb 2>/dev/null | xargs -r readlink -f | xargs -r dirname
            pg_config --bindir 2>/dev/null
            ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr
        } | while read -r candidate; do
            if [ -x "$candidate/initdb" ] && [ -x "$candidate/pg_ctl" ]; then
                echo "$candidate"
                break
            fi
        done
    )
    [ -n "$folder" ] && echo "$folder"
}

# Succeeds when at least one font with Chinese glyphs is installed.
has_chinese_font() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]
}
