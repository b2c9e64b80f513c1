package org.teamsavailability.graph.tokens;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import java.net.MalformedURLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;

/**
 * MSAL4J for one cloud; its cache keeps the tokens of all tenants there.
 *
 * <p>The authority is always Microsoft's own, and {@link LoginHttp} sends to where login really is:
 * MSAL4J refuses http, and a port in the authority defeats its cache.
 */
final class CloudLogin {

    private final ConfidentialClientApplication application;
    private final MicrosoftCloud cloud;
    private final Set<String> scopes;

    CloudLogin(
            MicrosoftCloud cloud,
            AppRegistration registration,
            SharedHttp http,
            Clock clock,
            ExecutorService executor) {
        this.cloud = cloud;
        this.scopes = Set.of(cloud.graphUrl() + "/.default");
        try {
            this.application =
                    ConfidentialClientApplication.builder(
                                    registration.clientId(), credential(registration.credential()))
                            .authority(authority("organizations"))
                            .instanceDiscovery(false)
                            .disableInternalRetries()
                            .executorService(executor)
                            .httpClient(new LoginHttp(registration.loginUrl(), http, clock))
                            .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("MSAL4J refuses the authority of " + cloud, e);
        }
    }

    /** The token in the cache, or a new one where there is none or it expires within 5 minutes. */
    AppToken token(UUID tenant) throws InterruptedException {
        return acquire(tenant, false);
    }

    AppToken newToken(UUID tenant) throws InterruptedException {
        return acquire(tenant, true);
    }

    private AppToken acquire(UUID tenant, boolean skipCache) throws InterruptedException {
        var parameters =
                ClientCredentialParameters.builder(scopes)
                        .tenant(tenant.toString())
                        .skipCache(skipCache)
                        .build();
        try {
            return new AppToken(application.acquireToken(parameters).get().accessToken());
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (RejectedExecutionException _) {
            throw unreachable();
        }
    }

    /** {@link LoginHttp} fails with what went wrong, and MSAL4J wraps that. */
    private static GraphException failure(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof GraphException known) {
                return known;
            }
        }
        return unreachable();
    }

    private static GraphException unreachable() {
        return new GraphException(new GraphFailure.Unreachable(null, null));
    }

    private String authority(String tenant) {
        return cloud.loginUrl() + "/" + tenant + "/";
    }

    private static IClientCredential credential(ClientCredential credential) {
        return switch (credential) {
            case ClientCredential.Secret(var value) ->
                    ClientCredentialFactory.createFromSecret(value);
            case ClientCredential.Certificate(var key, var chain) ->
                    ClientCredentialFactory.createFromCertificateChain(key, chain);
        };
    }
}
