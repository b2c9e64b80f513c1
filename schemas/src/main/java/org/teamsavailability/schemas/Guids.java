package org.teamsavailability.schemas;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as Microsoft writes them, in any case. */
public final class Guids {

    /** {@link UUID#fromString} alone takes shortened groups as well. */
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guids() {}

    /** Whether the whole text is a GUID of 36 characters. */
    public static boolean isGuid(String text) {
        return FORM.matcher(text).matches();
    }
}
