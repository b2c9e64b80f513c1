package org.teamsavailability.mapping.tenantcheck;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Ids as Microsoft writes them. */
final class Guids {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guids() {}

    /** The id; null where the value is none. */
    static @Nullable UUID of(JsonNode node) {
        return node.isString() && isOne(node.asString()) ? UUID.fromString(node.asString()) : null;
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
