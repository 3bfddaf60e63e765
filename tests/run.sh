#!/usr/bin/env bash
# The test command: bash tests/run.sh [unit|integration|browser]...
# Installs what is missing, builds once, starts a private PostgreSQL, runs the tests and cleans up.
# The last line is "N passed, N failed" (and ", N skipped" if any). Exit code 0 only if tests ran and none failed.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tests/prerequisites.sh
. "$root/tests/prerequisites.sh"
exec </dev/null
# The tests start many short-lived portals on few processors: a server's garbage collector costs them a fifth of their time.
export DOTNET_gcServer=0 DOTNET_gcConcurrent=0
# None of them lives long enough for code that is watched first and compiled for good afterwards.
export DOTNET_TieredPGO=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

usage() {
    echo "Usage: bash tests/run.sh [unit|integration|browser]..." >&2
    exit 2
}

projects=()
for suite in "${@:-all}"; do
    case $suite in
        all) projects+=(UnitTests IntegrationTests BrowserTests) ;;
        unit) projects+=(UnitTests) ;;
        integration) projects+=(IntegrationTests) ;;
        browser) projects+=(BrowserTests) ;;
        *) usage ;;
    esac
done

# A failure before any test has run still ends with the promised last line.
give_up() {
    echo "$1" >&2
    echo "0 passed, 1 failed"
    exit 1
}

work=$(mktemp -d "${TMPDIR:-/tmp}/livelihood-tests.XXXXXX") || give_up "No temporary folder could be made."
chmod 755 "$work"
postgres_bin=
child=
as_postgres() {
    # PostgreSQL refuses to run as root.
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}
clean_up() {
    trap - EXIT
    if [ -f "$work/postgres/data/postmaster.pid" ]; then
        (cd "$work/postgres" && as_postgres "$postgres_bin/pg_ctl" stop -D "$work/postgres/data" -m immediate -w >/dev/null 2>&1)
    fi
    rm -rf "$work"
}
trap clean_up EXIT
trap '[ -n "$child" ] && kill "$child" 2>/dev/null; exit 130' INT
trap '[ -n "$child" ] && kill "$child" 2>/dev/null; exit 143' TERM

start_postgres() {
    local home=$work/postgres data=$work/postgres/data attempt
    mkdir "$home"
    [ "$(id -u)" = 0 ] && chown postgres "$home"
    cd "$home" || return 1
    as_postgres "$postgres_bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$work/initdb.log" 2>&1 || {
        cat "$work/initdb.log" >&2
        return 1
    }
    # Nobody keeps these data: durability is off, and only this machine may connect.
    as_postgres tee -a "$data/postgresql.conf" >/dev/null <<-CONF
		listen_addresses = '127.0.0.1'
		unix_socket_directories = ''
		max_connections = 200
		fsync = off
		synchronous_commit = off
		full_page_writes = off
		autovacuum = off
	CONF
    for attempt in 1 2 3 4 5; do
        local port=$((20000 + RANDOM % 12000))
        if as_postgres "$postgres_bin/pg_ctl" start -D "$data" -w -t 60 -l "$home/log" -o "-p $port" >/dev/null 2>&1; then
            export LIVELIHOOD_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
            cd "$root" || return 1
            return 0
        fi
        echo "PostgreSQL did not start on port $port (attempt $attempt)." >&2
    done
    cat "$home/log" >&2
    return 1
}

# Adds up one attribute of the <Counters> elements of all result files.
sum_of() {
    cat "$work"/results/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ total += $1 } END { print total + 0 }'
}

started=$SECONDS
bash "$root/tests/install-prerequisites.sh" || give_up "Install what is named above, then run the tests again."
LIVELIHOOD_TEST_CHROMIUM=$(find_chromium)
export LIVELIHOOD_TEST_CHROMIUM
postgres_bin=$(find_postgres_bin)
if [ -z "${LIVELIHOOD_TEST_SEEDS:-}" ] && [ -d "$root/../shared/seeds" ]; then
    LIVELIHOOD_TEST_SEEDS=$(cd "$root/../shared/seeds" && pwd)
    export LIVELIHOOD_TEST_SEEDS
fi
[ -n "${LIVELIHOOD_TEST_SEEDS:-}" ] || echo "Without the folder ../shared/seeds (or LIVELIHOOD_TEST_SEEDS) the tests of real gazettes are skipped."

cd "$root" || give_up "The folder $root cannot be entered."
echo "Building …"
# In CI the lock files decide; on a developer's machine a changed reference may update them.
locked=${CI:+-p:RestoreLockedMode=true}
# One compiler for all projects, warm after the first, halves the time; it goes before the tests want its memory.
dotnet build Livelihood.Portal.sln --nologo -v quiet -clp:"ErrorsOnly;NoSummary" -p:UseSharedCompilation=true $locked
built=$?
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
[ "$built" = 0 ] || give_up "The build failed; its errors are above."
echo "Built in $((SECONDS - started)) s."

case " ${projects[*]} " in
    *" IntegrationTests "*) start_postgres || give_up "PostgreSQL could not be started; its messages are above." ;;
esac

# What the tests put aside goes with the rest, even when a run is stopped half-way.
mkdir -p "$work/tmp"
export TMPDIR="$work/tmp"

mkdir -p "$work/results"
broken=0
for project in "${projects[@]}"; do
    began=$SECONDS
    echo "Testing Livelihood.$project …"
    # The test program itself: a test host in between needs minutes to take over what runs in seconds.
    timeout --kill-after=10 20m "tests/Livelihood.$project/bin/Debug/net10.0/Livelihood.$project" \
        -noLogo -noColor -trx "$work/results/$project.trx" >"$work/$project.log" 2>&1 &
    child=$!
    wait "$child"
    # Failed tests are counted from the results; no results, or a crash that hides behind passed tests, counts as one more.
    code=$?
    failed_here=$(grep -o '<Counters [^>]*' "$work/results/$project.trx" 2>/dev/null | grep -o ' failed="[0-9]*"' | tr -dc '0-9')
    if [ -z "$failed_here" ] || { [ "$code" -ne 0 ] && [ "$failed_here" = 0 ]; }; then
        echo "The test run of Livelihood.$project broke (exit code $code)." >&2
        tail -n 40 "$work/$project.log" >&2
        broken=$((broken + 1))
    elif [ "$failed_here" != 0 ]; then
        grep -A 25 '\[FAIL\]' "$work/$project.log" | head -n 400
    fi
    echo "Livelihood.$project took $((SECONDS - began)) s."
done

passed=$(sum_of passed)
failed=$(($(sum_of failed) + $(sum_of error) + $(sum_of timeout) + $(sum_of aborted) + broken))
skipped=$(($(sum_of total) - $(sum_of executed)))

if [ "$failed" -gt 0 ]; then
    echo
    echo "Failed:"
    cat "$work"/results/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*' |
        sed 's/.*testName="\([^"]*\)".*/  \1/; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | sort
fi
echo "The whole took $((SECONDS - started)) s."
[ "$passed" -gt 0 ] || [ "$failed" -gt 0 ] || failed=1

summary="$passed passed, $failed failed"
[ "$skipped" -gt 0 ] && summary="$summary, $skipped skipped"
echo "$summary"
[ "$failed" = 0 ]
