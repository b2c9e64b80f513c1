package org.teamsavailability.servers.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log, as far as people read it when something went wrong. */
final class LogTail {

    private static final int LINES = 20;
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ )");

    /** What a JVM says of JAVA_TOOL_OPTIONS and the like; they may hold a password. */
    private static final Pattern OPTIONS = Pattern.compile("^(NOTE: )?Picked up \\w+OPTIONS: ");

    private LogTail() {}

    /**
     * The last lines that are neither blank, nor frames of a stack trace, nor the JVM's word on its
     * options; none without a log.
     */
    static List<String> of(Path log) {
        try (var lines = Files.lines(log, ISO_8859_1)) {
            var said =
                    lines.filter(line ->
                                    !line.isBlank()
                                            && !FRAME.matcher(line).find()
                                            && !OPTIONS.matcher(line).find())
                            .toList();
            return said.subList(Math.max(0, said.size() - LINES), said.size());
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
