package org.teamsavailability.simulator.login;

import java.time.Instant;
import java.util.Map;
import org.teamsavailability.simulator.dataset.Credentials;

/** Checks that the application is who it says it is. */
public final class ClientProof {
    private ClientProof() {}

    /** The number of the error; 0 where the proof holds. */
    public static int refusal(Credentials credentials, Map<String, String> form, Instant now) {
        String secret = form.get("client_secret");
        String assertion = form.get("client_assertion");
        if (assertion != null) {
            String client = form.getOrDefault("client_id", "");
            return Assertion.holds(assertion, client, credentials.thumbprints(), now) ? 0 : 700027;
        }
        if (secret == null) {
            return 900144;
        }
        if (credentials.expiredSecrets().contains(secret)) {
            return 7000222;
        }
        boolean known = credentials.secrets().isEmpty() || credentials.secrets().contains(secret);
        return known ? 0 : 7000215;
    }
}
