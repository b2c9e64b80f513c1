package org.teamsavailability.graph.inspection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A request that reads, and none other. */
public sealed interface Query {

    /** What of Graph a request is for, which decides how many may be out at once. */
    enum Area {
        /** {@code /communications} */
        PRESENCE,
        /** {@code /teams} */
        SCHEDULE,
        /** {@code /groups} */
        GROUPS,
        /** {@code /users} and {@code /organization} */
        USERS
    }

    /** What it is for. */
    Area area();

    /**
     * A GET.
     *
     * @param path below the version of Graph, such as {@code /organization}: letters, digits and
     *     hyphens between slashes
     * @param options query options, such as {@code $filter}, with values as they are meant, not
     *     encoded
     */
    record Get(Area area, String path, Map<String, String> options) implements Query {

        private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9-]+)+");
        private static final Pattern OPTION = Pattern.compile("\\$[a-z]+");

        public Get {
            options = Collections.unmodifiableMap(new TreeMap<>(options));
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("The path is " + path);
            }
            for (var option : options.keySet()) {
                if (!OPTION.matcher(option).matches()) {
                    throw new IllegalArgumentException("The query option is " + option);
                }
            }
        }
    }

    /**
     * A GET of a link that Graph gave; it is sent only where it leads to Graph itself.
     *
     * @param link as the server wrote it
     */
    record Follow(Area area, String link) implements Query {}

    /**
     * {@code POST /communications/getPresencesByUserId}, which reads.
     *
     * @param ids may be anything
     */
    record Presences(List<String> ids) implements Query {

        public Presences {
            ids = List.copyOf(ids);
        }

        @Override
        public Area area() {
            return Area.PRESENCE;
        }
    }
}
