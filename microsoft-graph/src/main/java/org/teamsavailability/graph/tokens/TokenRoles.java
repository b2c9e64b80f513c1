package org.teamsavailability.graph.tokens;

import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.teamsavailability.graph.GraphPermission;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the {@code roles} claim. Graph's tokens are opaque by contract, so one that cannot be read
 * has no roles, and nothing is decided by them.
 */
final class TokenRoles {

    private static final JsonFactory JSON = new JsonFactory();

    private TokenRoles() {}

    static Set<GraphPermission> of(AppToken token) {
        var granted = EnumSet.noneOf(GraphPermission.class);
        String[] parts = token.value().split("\\.", -1);
        if (parts.length == 3) {
            try (var claims = JSON.createParser(ObjectReadContext.empty(), decoded(parts[1]))) {
                read(claims, granted);
            } catch (JacksonException | IllegalArgumentException _) {
                return Set.of();
            }
        }
        return granted;
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static void read(JsonParser claims, Set<GraphPermission> granted) {
        claims.nextToken();
        for (var name = claims.nextName(); name != null; name = claims.nextName()) {
            boolean roles = claims.nextToken() == JsonToken.START_ARRAY && name.equals("roles");
            if (!roles) {
                claims.skipChildren();
                continue;
            }
            while (claims.nextToken() != JsonToken.END_ARRAY) {
                add(claims.getString(), granted);
            }
        }
    }

    private static void add(String role, Set<GraphPermission> granted) {
        for (var permission : GraphPermission.values()) {
            if (permission.role().equals(role)) {
                granted.add(permission);
            }
        }
    }
}
