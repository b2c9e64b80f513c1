# Sourced by ./verify and ./quickstart: exports JAVA_HOME of a JDK 25 or newer, or explains and exits.
_java_major() { "$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'; }
_find_jdk() {
  local home major
  for home in "${JAVA_HOME:-}" "${JDK_25:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /)")")")"; do
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
# Silences the sun.misc.Unsafe warnings of Maven 3.8 on JDK 25. A build ends before the second compiler pays: without it
# it takes half the CPU time.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
