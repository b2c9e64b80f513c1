package org.teamsavailability.systemtests.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The compose files of the project, and the files next to them. */
final class ComposeFiles {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final List<String> NAMES =
            List.of(
                    "docker-compose.yml",
                    "docker-compose.simulator.yml",
                    "docker-compose.three-brokers.yml",
                    "docker-compose.monitoring.yml");

    private ComposeFiles() {}

    static Stream<ComposeService> services() {
        return NAMES.stream().flatMap(ComposeFiles::services);
    }

    static Stream<ComposeService> services(String file) {
        var content = new Load(LoadSettings.builder().build()).loadFromString(text(file));
        return map(map(merged(content)).get("services")).entrySet().stream()
                .map(entry ->
                        new ComposeService(
                                file, String.valueOf(entry.getKey()), map(entry.getValue())));
    }

    /** Names of variables that a file takes from .env: {@code ${NAME…}}, where this follows. */
    static Stream<String> variables(String file, String followedBy) {
        return Pattern.compile("\\$\\{([A-Z0-9_]+)" + followedBy)
                .matcher(text(file))
                .results()
                .map(found -> found.group(1));
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a property of the parent POM. */
    static String property(String name) {
        var found =
                Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(text("pom.xml"));
        if (!found.find()) {
            throw new IllegalArgumentException("pom.xml has no " + name);
        }
        return found.group(1);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** With what {@code <<} brings in, which the parser of YAML 1.2 leaves to us. */
    private static Object merged(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(ComposeFiles::merged).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        var all = new LinkedHashMap<Object, Object>();
        if (map.get("<<") instanceof List<?> several) {
            several.reversed().forEach(one -> all.putAll(map(merged(one))));
        } else if (map.get("<<") instanceof Map<?, ?> one) {
            all.putAll(map(merged(one)));
        }
        map.forEach((key, item) -> {
            if (!key.equals("<<")) {
                all.put(key, merged(item));
            }
        });
        return all;
    }
}
