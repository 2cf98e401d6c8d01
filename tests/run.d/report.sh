# shellcheck shell=bash
# What a part is worth and what it took: counts, logs, minutes. Read by tests/run.

heading() { alone report printf '[%3dm%02ds] %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$1"; }

note() { # start seconds processor-seconds name
  printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >>"$TEMP/minutes"
}

count() { echo "$1 $2" >>"$TEMP/counts"; } # passed failed

fail() { # name why
  count 0 1
  echo "$1" >>"$TEMP/broken"
  echo "--- $1 failed: $2"
}

# Runs a command into a log, and notes its minutes.
measured() { # name log command…
  local name=$1 log=$2 begin=$SECONDS code TIMEFORMAT='%0R %0U %0S' wall user system
  shift 2
  { time "$@" >"$log" 2>&1; } 2>"$log.time"
  code=$?
  read -r wall user system < <(tail -n 1 "$log.time")
  note "$begin" "${wall:-0}" $((${user:-0} + ${system:-0})) "$name"
  return "$code"
}

# What failed first, so that a long log cannot hide it; then where the log ended.
broke() { # name log
  echo "$1" >>"$TEMP/broken"
  alone report say_broke "$@"
}

say_broke() {
  echo "--- $1 failed:"
  awk '/^failures:$/ { said = 1 } /^ *not ok / { why = 1 } said || why { print }
       /^test result:/ { said = 0 } /^ *\.\.\.$/ { why = 0 }' "$2" | head -n 300
  echo "--- the end of its log:"
  tail -n 100 "$2"
  echo "---"
}

skip() { # what is left out, and the packages that could not be had
  echo "$1: $2" >>"$TEMP/missing"
}

# One command, one test: passed when it exits with 0.
check() { # name command…
  local name=$1 log
  log=$(mktemp "$TEMP/log.XXXXXX")
  shift
  heading "$name"
  if measured "$name" "$log" "$@"; then count 1 0; else count 0 1; broke "$name" "$log"; return 1; fi
}

# Many tests behind one command: COUNTER turns its log into "passed failed". A command that fails
# without naming a failed test (it did not build, it crashed), or that ran none, is one failure.
suite() { # counter name command…
  local counter=$1 name=$2 log code=0 passed failed
  log=$(mktemp "$TEMP/log.XXXXXX")
  shift 2
  heading "$name"
  measured "$name" "$log" "$@" || code=$?
  read -r passed failed < <("$counter" "$log")
  if [ "$code" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then
    failed=1
    echo "no test ran" >>"$log"
  fi
  count "$passed" "$failed"
  [ "$failed" = 0 ] || broke "$name" "$log"
}

# When each part began and what it took, in the order of time; the bar is the part's place in the run.
say_minutes() {
  sort -n "$TEMP/minutes" | awk -F '\t' -v all="$SECONDS" 'BEGIN {
      print "begins   seconds   on processors"; wide = 40; if (all < 1) all = 1 }
    { left = int($1 / all * wide); long = int($2 / all * wide + 0.5); if (long < 1) long = 1
      bar = sprintf("%" left "s", ""); for (i = 0; i < long; i++) bar = bar "="
      printf "%3dm%02ds %9d %9s  |%-40s| %s\n", $1 / 60, $1 % 60, $2, $3, substr(bar, 1, wide), $4
      spent += $3 }
    END { printf "%3dm%02ds of it all, %d minutes on processors\n", all / 60, all % 60, spent / 60 + 0.5 }'
}

# A test marked #[ignore] that runs nowhere counts as failed: nothing here is left out quietly. Those
# that need PostgreSQL are left out by name on SQLite and run with --include-ignored on PostgreSQL.
cargo_counts() {
  awk '/^test result:/ { for (i = 2; i <= NF; i++) {
         if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1); if ($i ~ /^ignored/) f += $(i-1) } }
       END { print p + 0, f + 0 }' "$1"
}

node_counts() {
  awk '$1 == "#" && $2 == "pass" { p += $3 }
       $1 == "#" && ($2 == "fail" || $2 == "cancelled" || $2 == "skipped" || $2 == "todo") { f += $3 }
       END { print p + 0, f + 0 }' "$1"
}
