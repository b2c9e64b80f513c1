# Outlives the stack by a moment: when the stack's end of the pipe closes, however it ended, this kills
# the processes that are still registered and removes the working directory.
trap '' INT HUP TERM
running=
while read -r change pid; do
  others=
  for known in $running; do
    [ "$known" = "$pid" ] || others="$others $known"
  done
  running=$others
  [ "$change" = started ] && running="$running $pid"
done
for pid in $running; do
  kill -CONT "$pid"
  kill -KILL "$pid"
done
tries=60 # a killed process may still write until the system has ended it
while ! rm -rf "$1" && [ "$tries" -gt 0 ]; do
  tries=$((tries - 1))
  sleep 1
done
