package org.teamsavailability.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a Java program is started with the Java of this process. The programs live for a few minutes
 * at most, so they get the collector and the compiler that need the least CPU time.
 */
public final class JavaCommand {

    private static final List<String> SHORT_LIVED =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** How the name of a {@link #cache} ends. */
    public static final String CACHE = ".aot";

    /** The system property with which a jar writes its {@link #cache} when it ends. */
    public static final String TRAINING = "localstack.training";

    private JavaCommand() {}

    /** The program {@code java} of this process, with these arguments. */
    public static List<String> of(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(arguments);
        return command;
    }

    /**
     * The same for an executable jar. Where its {@link #cache} exists, Java takes classes from it.
     * A cache that does not fit is ignored without a word.
     */
    public static List<String> ofJar(List<String> options, Path jar) {
        var arguments = new ArrayList<String>();
        var cache = cache(jar);
        if (cache != null && Boolean.getBoolean(TRAINING)) {
            arguments.add("-XX:AOTCacheOutput=" + cache);
        } else if (cache != null && Files.isRegularFile(cache)) {
            arguments.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable"));
        }
        arguments.addAll(options);
        arguments.addAll(List.of("-jar", jar.toString()));
        return of(arguments);
    }

    /**
     * Where a jar's cache of loaded and linked classes is (JEP 483), if it has been made; null
     * where the jar's checksum is not beside it. The checksum is in the name, because Java itself
     * compares only sizes and times, and all extracted jars have the same time.
     */
    public static @Nullable Path cache(Path jar) {
        var checksum = jar.resolveSibling(jar.getFileName() + ".sha256");
        try {
            return Files.isRegularFile(checksum)
                    ? jar.resolveSibling(Files.readString(checksum).strip() + CACHE)
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(checksum + " cannot be read", e);
        }
    }
}
