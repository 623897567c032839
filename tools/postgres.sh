#!/usr/bin/env bash
# A throw-away PostgreSQL for tests, from Debian's packages (apt-get install postgresql).
#
#   tools/postgres.sh start    starts it unless it runs, prints its address: postgresql://…
#   tools/postgres.sh stop     stops it and deletes its data; fine if there is none
#
# It listens on 127.0.0.1 and a Unix socket only, on a free port, and trusts whoever comes: it holds
# nothing but tests. Where it stands is kept in a file, by default in the user's temporary folder;
# JIANGGAO_POSTGRES_STATE names another one.
set -euo pipefail

state=${JIANGGAO_POSTGRES_STATE:-${TMPDIR:-/tmp}/jianggao-postgres.$(id -u)}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)

fail() { echo "$*" >&2; exit 2; }

# PostgreSQL refuses to run as root: there it runs as the user that Debian's package makes.
as_owner() {
    if [[ $(id -u) == 0 ]]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups env -i PATH="$PATH" LC_ALL=C.UTF-8 "$@")
    else
        (cd / && LC_ALL=C.UTF-8 "$@")
    fi
}

running() { # reads the state file into $data and $address
    [[ -r $state ]] || return 1
    { read -r data && read -r address; } <"$state" || return 1
    as_owner "$bin/pg_ctl" --pgdata="$data" status >/dev/null 2>&1
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
    [[ -n $bin ]] || fail "no PostgreSQL here: apt-get install postgresql"
    if running; then
        echo "$address"
        return
    fi
    stop
    local port
    data=$(mktemp -d "${TMPDIR:-/tmp}/jianggao-postgres.XXXXXX")
    [[ $(id -u) != 0 ]] || chown postgres: "$data"
    as_owner "$bin/initdb" --pgdata="$data/db" --username=jianggao --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 --no-instructions --no-sync >"$data.log" 2>&1 || fail "$(cat "$data.log")"
    rm -f "$data.log"
    # Another process may take the port between the look and the start.
    for _ in 1 2 3 4 5; do
        port=$(free_port)
        if as_owner "$bin/pg_ctl" --pgdata="$data/db" --log="$data/log" --wait --silent start -o \
            "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='$data' -c max_connections=50" \
            </dev/null >/dev/null 2>&1; then
            address="postgresql://jianggao@127.0.0.1:$port/postgres"
            (umask 077 && printf '%s\n%s\n' "$data/db" "$address" >"$state")
            echo "$address"
            return
        fi
    done
    tail -n 20 "$data/log" >&2 || true
    rm -rf "$data"
    fail "PostgreSQL does not start"
}

stop() {
    if running; then
        as_owner "$bin/pg_ctl" --pgdata="$data" --mode=immediate --silent --wait stop </dev/null >/dev/null
    fi
    if [[ -r $state ]]; then
        read -r data <"$state" || data=
        # Only what this script has made.
        case $data in
            */jianggao-postgres.??????/db) rm -rf "${data%/db}" ;;
        esac
        rm -f "$state"
    fi
}

case ${1:-} in
    start) start ;;
    stop) stop ;;
    *) fail "usage: tools/postgres.sh start|stop" ;;
esac
