# shellcheck shell=bash
# What goes beside each other: processes, locks, and their end. Read by tests/run.

# Every process below these.
descendants() {
  if [ -r /proc/self/stat ]; then
    cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^\([0-9]*\) (.*) . \([0-9]*\) .*/\1 \2/'
  else
    ps -A -o pid= -o ppid=
  fi | awk -v roots="$*" 'BEGIN { split(roots, given); for (i in given) ours[given[i]] = 1 } { parent[$1] = $2 }
    END { do { more = 0; for (pid in parent) if (!(pid in ours) && (parent[pid] in ours)) { ours[pid] = more = 1 } } while (more)
          for (pid in ours) print pid }'
}

# Ends what still runs: asked first, and not asked after ten seconds.
end_lanes() {
  local all pid tries
  [ ${#JOBS[@]} -gt 0 ] || return 0
  all=$(for pid in "${JOBS[@]}"; do kill -0 "$pid" 2>/dev/null && descendants "$pid"; done)
  [ -n "$all" ] || return 0
  # shellcheck disable=SC2086
  kill -TERM $all 2>/dev/null
  for ((tries = 0; tries < 100; tries++)); do
    # shellcheck disable=SC2086
    kill -0 $all 2>/dev/null || break
    sleep 0.1
  done
  # shellcheck disable=SC2086
  kill -KILL $all 2>/dev/null
  wait 2>/dev/null
}

# lane FUNCTION: runs it beside the others. One that breaks off without a word is a failure.
lane() {
  ("$1"; touch "$TEMP/ended.$1") &
  JOBS+=($!)
  LANES+=("$1 $!")
}

wait_for_lanes() {
  local line name pid
  for line in "${LANES[@]}"; do
    read -r name pid <<<"$line"
    wait "$pid"
    [ -e "$TEMP/ended.$name" ] || fail "${name//_/ }" "it broke off"
  done
  LANES=()
}

# fetch NAME: get_NAME fetches packages beside everything else. What it lacks stands in LACKS.
fetch() {
  local LACKS='' begin=$SECONDS
  "get_$1" || echo "${LACKS:-its packages}" >"$TEMP/lacks.$1"
  note "$begin" $((SECONDS - begin)) '' "packages: $1"
  touch "$TEMP/got.$1"
}

# fetched NAME: waits for it. False when it could not be had; LACKS says what.
fetched() {
  while [ ! -e "$TEMP/got.$1" ]; do
    kill -0 "$(cat "$TEMP/fetches.$1")" 2>/dev/null || { [ -e "$TEMP/got.$1" ] || echo "its packages" >"$TEMP/lacks.$1"; break; }
    sleep 0.2
  done
  LACKS=$(cat "$TEMP/lacks.$1" 2>/dev/null)
  [ ! -e "$TEMP/lacks.$1" ]
}

begin_fetch() {
  fetch "$1" &
  JOBS+=($!)
  echo $! >"$TEMP/fetches.$1"
}

# One at a time, whatever lane asks. Whoever ends lets go of it.
alone() { # lock command…
  local lock=$TEMP/lock.$1
  shift
  (flock 9 2>/dev/null; "$@" 9>&-) 9>"$lock"
}
