package org.teamsavailability.simulator.graph;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.login.TokenClaims;

/** What a call's token allows. */
public sealed interface Access {
    /** Whose token it is; null where that cannot be said. */
    @Nullable UUID tenant();

    /** The token is good. */
    record Granted(TokenClaims claims) implements Access {
        @Override
        public UUID tenant() {
            return claims.tenant();
        }

        /** Whether it allows what this permission does. */
        public boolean has(String role) {
            return claims.roles().contains(role);
        }
    }

    /** It is not, or there is none. */
    record Refused(@Nullable UUID tenant, Reply reply) implements Access {}
}
