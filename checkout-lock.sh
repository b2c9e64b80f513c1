# shellcheck shell=bash
# Sourced by ./quickstart and ./verify, so that in one checkout one build runs at a time, and none replaces the files of
# a stack that runs. A lock is held through a file descriptor and ends with the processes that have it, however they end:
# 18 is the lock of the build, 19 that of the built files, which running stacks share.
# shellcheck disable=SC2154 # root is the sourcing script's
exec 18< "$root" 19< "$root/local-stack"

# _lock FD shared|exclusive [now]; fails where it is "now" and another process has the lock. Without flock and perl there
# is no lock.
_lock() {
  local kind=$2 now=${3:-}
  if command -v flock >/dev/null; then
    flock "--$kind" ${now:+--nonblock} "$1"
  elif command -v perl >/dev/null; then
    # shellcheck disable=SC2016
    perl -e 'use Fcntl ":flock"; my ($fd, $kind, $now) = @ARGV; open(my $file, "<&=", $fd) or exit 0;
      exit(flock($file, ($kind eq "shared" ? LOCK_SH : LOCK_EX) | ($now ? LOCK_NB : 0)) ? 0 : 1)' "$1" "$kind" "$now"
  fi
}

# Waits until no other process builds in this checkout.
lock_build() {
  if ! _lock 18 exclusive now; then
    echo "Another ./quickstart or ./verify builds in this checkout: waiting for it ..." >&2
    _lock 18 exclusive
  fi
}

# Before the built files are replaced. Fails where a stack runs from them.
lock_files() {
  if ! _lock 19 exclusive now; then
    echo "A stack of this checkout is up, and a build would replace its files: stop it first, or use another checkout." >&2
    return 1
  fi
}

# For a program that runs from the built files, as long as it runs.
share_files() { _lock 19 shared; }

# The same without waiting for a build.
share_files_now() {
  if ! _lock 19 shared now; then
    echo "This checkout is being built: try again when that has ended." >&2
    return 1
  fi
}

unlock_build() { exec 18<&-; }
