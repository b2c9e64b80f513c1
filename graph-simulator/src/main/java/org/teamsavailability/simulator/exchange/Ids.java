package org.teamsavailability.simulator.exchange;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GUIDs as Microsoft writes them. */
public final class Ids {
    private static final Pattern GUID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Ids() {}

    /** The GUID that the text is, in any case; null where it is none. */
    public static @Nullable UUID guid(String text) {
        return GUID.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
