package org.teamsavailability.service.settings;

import org.jspecify.annotations.Nullable;

/** Refuses a setting by its name, its value and what is allowed. */
public final class Checks {

    private Checks() {}

    public static void notBlank(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set, and must be");
        }
    }

    public static void matches(String name, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(
                    "%s is \"%s\", but must match %s".formatted(name, value, pattern));
        }
    }

    public static void between(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s is %d, but must be %d to %d".formatted(name, value, low, high));
        }
    }
}
