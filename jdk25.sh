# shellcheck shell=bash
# Sourced by ./verify, ./quickstart and ./build-images: exports JAVA_HOME of a JDK 25 or newer and the options of Maven's
# JVM, or explains and exits.
_java_major() { "$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'; }
_find_jdk() {
  local home major
  for home in "${JAVA_HOME:-}" "${JDK_25:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* \
      "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /)")")")"; do
    [ -x "$home/bin/javac" ] || continue
    major=$(_java_major "$home")
    if [ -n "$major" ] && [ "$major" -ge 25 ]; then echo "$home"; return; fi
  done
}
_found=$(_find_jdk)
if [ -z "$_found" ]; then
  echo "No JDK 25 found (looked at JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks): install one, or set JAVA_HOME to it." >&2
  exit 2
fi
export JAVA_HOME="$_found"
if ! command -v mvn >/dev/null; then
  echo "Maven is not found: install Maven 3.8 or newer, so that mvn is in the PATH." >&2
  exit 2
fi

# Every JVM reads the options in these variables. Those that take a port are left out, because several JVMs run at once
# and the second would end: the debugger, and remote JMX.
_options_for_all() {
  local name=$1 option kept=
  case "${!name:-}" in
    *-agentlib:jdwp* | *-Xrunjdwp* | *jmxremote.port* | *jmxremote.rmi.port*) ;;
    *) return ;;
  esac
  set -f
  for option in ${!name}; do
    case "$option" in
      -agentlib:jdwp* | -Xrunjdwp* | -Dcom.sun.management.jmxremote.port=* | -Dcom.sun.management.jmxremote.rmi.port=*)
        echo "$name: ${option%%=*} is left out here, because several JVMs cannot share a port." >&2 ;;
      *) kept="$kept $option" ;;
    esac
  done
  set +f
  export "$name=${kept# }"
}
for _name in JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS; do _options_for_all "$_name"; done

# A JVM ends where it is told two collectors: ours gives way to the one that the user has chosen.
_chosen_collector() { printf '%s\n' "$*" | grep -qE -- '-XX:\+Use[A-Za-z0-9]+GC([^A-Za-z0-9]|$)'; }
collector=-XX:+UseSerialGC
if _chosen_collector "${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${_JAVA_OPTIONS:-}"; then collector=; fi
_maven_collector=$collector
if _chosen_collector "${MAVEN_OPTS:-}"; then _maven_collector=; fi
# Silences the sun.misc.Unsafe warnings of Maven 3.8 on JDK 25. A build ends before the second compiler pays: without it
# it takes half the CPU time.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 $_maven_collector"
