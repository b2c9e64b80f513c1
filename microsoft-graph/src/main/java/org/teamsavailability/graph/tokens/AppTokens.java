package org.teamsavailability.graph.tokens;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.GraphSettings;

/**
 * The application tokens of all tenants, kept until they expire. However many ask at once, one
 * token call of a tenant is out. Blocks: for virtual threads only.
 */
public final class AppTokens {

    private record Renewal(MicrosoftTenant tenant, AppToken refused) {}

    private final Map<MicrosoftCloud, CloudLogin> logins = new EnumMap<>(MicrosoftCloud.class);
    private final SingleFlight<MicrosoftTenant, AppToken> acquisitions = new SingleFlight<>();
    private final SingleFlight<Renewal, AppToken> renewals = new SingleFlight<>();

    /**
     * Asks for nothing yet.
     *
     * @param executor where MSAL4J works; owned by the caller
     */
    public AppTokens(
            GraphSettings settings, SharedHttp http, Clock clock, ExecutorService executor) {
        settings.registrations()
                .forEach((cloud, registration) ->
                        logins.put(
                                cloud, new CloudLogin(cloud, registration, http, clock, executor)));
    }

    /**
     * The token in use.
     *
     * @throws GraphException where Microsoft gives none
     */
    public AppToken current(MicrosoftTenant tenant) throws InterruptedException {
        var login = login(tenant);
        return acquisitions.share(tenant, () -> login.token(tenant.id()));
    }

    /**
     * A token other than the one that was refused: a new one, unless somebody got one meanwhile.
     *
     * @throws GraphException where Microsoft gives none
     */
    public AppToken insteadOf(AppToken refused, MicrosoftTenant tenant)
            throws InterruptedException {
        var login = login(tenant);
        return renewals.share(
                new Renewal(tenant, refused),
                () -> {
                    var current = login.token(tenant.id());
                    return current.equals(refused) ? login.newToken(tenant.id()) : current;
                });
    }

    private CloudLogin login(MicrosoftTenant tenant) {
        var login = logins.get(tenant.cloud());
        if (login == null) {
            throw new GraphException(
                    new OwnCredentialsRefused(null, null, OwnCredentialsRefused.NOT_CONFIGURED));
        }
        return login;
    }
}
