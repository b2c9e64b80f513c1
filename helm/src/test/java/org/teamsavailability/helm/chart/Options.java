package org.teamsavailability.helm.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of values in {@code src/test/resources/options}: each an installation of its kind. */
public final class Options {

    private static final Path FILES = Path.of("src/test/resources/options");

    private Options() {}

    public static List<Path> all() {
        try (var files = Files.list(FILES)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each of them rendered, and the defaults, once in a run. */
    public static List<Rendering> renderings() {
        return Once.RENDERINGS;
    }

    /** One of them rendered, by its name without ending. */
    public static Rendering rendering(String name) {
        return renderings().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there are no options " + name));
    }

    private static final class Once {

        private static final List<Rendering> RENDERINGS =
                Stream.concat(
                                Stream.of(Rendering.of("defaults", List.of())),
                                all().stream().map(it -> Rendering.of(name(it), List.of(it))))
                        .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }
}
