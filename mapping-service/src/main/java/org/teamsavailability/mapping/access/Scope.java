package org.teamsavailability.mapping.access;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a key may do. */
public enum Scope {
    /** See what the service keeps of the desk. */
    READ,
    /** Change it. */
    WRITE,
    /** Ask who is available, as a dispatch tool does. */
    ASK;

    /** Its name in the API and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this name in the API; null where there is none. */
    public static @Nullable Scope named(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName().equals(wireName))
                .findFirst()
                .orElse(null);
    }
}
