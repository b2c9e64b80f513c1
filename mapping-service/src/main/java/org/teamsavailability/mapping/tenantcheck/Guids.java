package org.teamsavailability.mapping.tenantcheck;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Ids as Microsoft writes them. */
final class Guids {

    private Guids() {}

    /** The id; null where the value is none. */
    static @Nullable UUID of(JsonNode node) {
        return node.isString() && isOne(node.asString()) ? UUID.fromString(node.asString()) : null;
    }

    static boolean isOne(String text) {
        return org.teamsavailability.schemas.Guids.isGuid(text);
    }
}
