package org.teamsavailability.graph.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.GraphSettings;

/**
 * The application tokens of all tenants, kept until they expire. However many ask at once, one
 * token call of a tenant is out, but for the trial of a new credential. Blocks: for virtual threads
 * only.
 */
public final class AppTokens {

    /**
     * How old a token has to be to be suspected of lacking a permission that was granted since:
     * Microsoft takes a client that asks for tokens in quick succession for one that is stuck in a
     * loop. A permission that is granted again is seen within 10 s.
     */
    static final Duration OUTDATED = Duration.ofSeconds(8);

    private record Renewal(MicrosoftTenant tenant, AppToken refused) {}

    private record Seen(AppToken token, Instant since) {}

    private final MicrosoftCredentials credentials;
    private final Map<MicrosoftCloud, CloudLogin> logins = new EnumMap<>(MicrosoftCloud.class);
    private final SingleFlight<MicrosoftTenant, AppToken> acquisitions = new SingleFlight<>();
    private final SingleFlight<Renewal, AppToken> renewals = new SingleFlight<>();
    private final ConcurrentMap<MicrosoftTenant, Seen> seen = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * Asks for nothing yet.
     *
     * @param executor where MSAL4J works; owned by the caller
     */
    public AppTokens(
            GraphSettings settings,
            MicrosoftCredentials credentials,
            SharedHttp http,
            Clock clock,
            ExecutorService executor) {
        this.credentials = credentials;
        this.clock = clock;
        settings.registrations()
                .forEach((cloud, registration) ->
                        logins.put(
                                cloud,
                                new CloudLogin(
                                        cloud,
                                        registration,
                                        credentials.of(cloud),
                                        http,
                                        clock,
                                        executor)));
    }

    /**
     * The token in use.
     *
     * @throws GraphException where Microsoft gives none
     */
    public AppToken current(MicrosoftTenant tenant) throws InterruptedException {
        var login = login(tenant);
        return see(tenant, acquisitions.share(tenant, () -> login.token(tenant.id())));
    }

    /**
     * A token other than the one that was refused: a new one, unless somebody got one meanwhile.
     *
     * @throws GraphException where Microsoft gives none
     */
    public AppToken insteadOf(AppToken refused, MicrosoftTenant tenant)
            throws InterruptedException {
        var login = login(tenant);
        var renewed =
                renewals.share(
                        new Renewal(tenant, refused),
                        () -> {
                            var current = login.token(tenant.id());
                            return current.equals(refused) ? login.newToken(tenant.id()) : current;
                        });
        return see(tenant, renewed);
    }

    /**
     * Whether to ask for a new token in the place of one that lacks a permission, which may have
     * been granted since. A caller that gets true has to do it: no other caller gets true for a
     * while.
     */
    public boolean isOutdated(AppToken lacking, MicrosoftTenant tenant) {
        var known = seen.get(tenant);
        if (known == null || !known.token().equals(lacking)) {
            return true; // somebody has a new one already
        }
        var now = clock.instant();
        return !now.isBefore(known.since().plus(OUTDATED))
                && seen.replace(tenant, known, new Seen(lacking, now));
    }

    private AppToken see(MicrosoftTenant tenant, AppToken token) {
        seen.compute(
                tenant,
                (_, known) ->
                        known != null && known.token().equals(token)
                                ? known
                                : new Seen(token, clock.instant()));
        return token;
    }

    /** Finds out whether Microsoft takes the credentials that were not used yet. */
    void tryCredentials() throws InterruptedException {
        for (var login : logins.values()) {
            login.tryCredentials();
        }
    }

    private CloudLogin login(MicrosoftTenant tenant) {
        var login = logins.get(tenant.cloud());
        if (login == null) {
            credentials.of(tenant.cloud()); // says that there are none
            throw new IllegalStateException("There are credentials and no login");
        }
        return login;
    }
}
