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
for _ in 1 2 3 4 5; do
  rm -rf "$1" && break
  sleep 1
done
