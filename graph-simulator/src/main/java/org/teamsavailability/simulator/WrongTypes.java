package org.teamsavailability.simulator;

import java.util.List;
import java.util.Map;
import org.teamsavailability.simulator.journal.Call;

/** Well-formed JSON in which everything has the wrong type. */
final class WrongTypes {
    private WrongTypes() {}

    static Map<String, ?> of(Call call) {
        return switch (call) {
            case TOKEN -> Map.of("access_token", List.of(1), "expires_in", "soon", "token_type", 7);
            case PRESENCE -> Map.of("value", Map.of("id", 1, "availability", List.of("Busy")));
            case SCHEDULE ->
                    Map.of("id", 1, "enabled", "perhaps", "provisionStatus", List.of("Completed"));
            case SHIFTS -> Map.of("value", List.of(Map.of("userId", 1, "sharedShift", "Monday")));
            case TIME_OFF -> Map.of("value", List.of(Map.of("userId", 1, "sharedTimeOff", true)));
            case GROUPS -> Map.of("value", List.of(Map.of("id", 1, "displayName", List.of(1))));
            case MEMBERS -> Map.of("value", Map.of("id", 1, "userPrincipalName", List.of(1)));
            case USERS -> Map.of("id", List.of(1), "accountEnabled", "perhaps", "mail", 7);
            case ORGANIZATION -> Map.of("value", List.of(Map.of("verifiedDomains", "all")));
            case CONSENT, AUTHORIZE -> Map.of("page", 1);
            case SIGN_IN -> Map.of("id_token", List.of(1), "token_type", 7);
            case KEYS -> Map.of("issuer", 1, "jwks_uri", List.of(), "keys", "none");
            case OTHER -> Map.of("value", 1);
        };
    }
}
