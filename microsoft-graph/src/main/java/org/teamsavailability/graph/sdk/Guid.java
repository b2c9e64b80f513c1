package org.teamsavailability.graph.sdk;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an object id in any case. {@link UUID#fromString} alone takes shortened groups too. */
final class Guid {

    private static final Pattern FORM =
            Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");

    private Guid() {}

    static @Nullable UUID parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
