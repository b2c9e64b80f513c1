package org.teamsavailability.graph.tokens;

import java.util.List;
import org.teamsavailability.graph.credentials.CredentialsReport;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.credentials.OwnCredentials;

/** {@link OwnCredentials} that are tried by asking for application tokens. */
public record TriedCredentials(MicrosoftCredentials credentials, AppTokens tokens)
        implements OwnCredentials {

    @Override
    public void check() {
        credentials.check();
        try {
            tokens.tryCredentials();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<CredentialsReport> reports() {
        return credentials.reports();
    }
}
