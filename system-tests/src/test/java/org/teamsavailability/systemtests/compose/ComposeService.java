package org.teamsavailability.systemtests.compose;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A service of a compose file.
 *
 * @param file the file's name
 * @param name the service's
 * @param settings what stands there, merged
 */
record ComposeService(String file, String name, Map<?, ?> settings) {

    /** Empty where an overlay only adds to a service of the base. */
    String image() {
        return settings.get("image") instanceof String image ? image : "";
    }

    boolean isOurs() {
        return image().startsWith("teams-availability/");
    }

    /** The module that its image is built from. */
    String module() {
        var name = image().replaceFirst("^teams-availability/([^:]*):.*$", "$1");
        return name.equals("samples") ? "local-stack" : name;
    }

    List<?> list(String setting) {
        return settings.get(setting) instanceof List<?> list ? list : List.of();
    }

    /** The names of variables in its environment. */
    Stream<String> environment() {
        return settings.get("environment") instanceof Map<?, ?> environment
                ? environment.keySet().stream().map(String::valueOf)
                : Stream.empty();
    }

    /** Files and folders of the project that it mounts. */
    Stream<String> mounted() {
        return list("volumes").stream()
                .map(volume -> String.valueOf(volume).split(":", 2)[0])
                .filter(source -> source.startsWith("./"));
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
