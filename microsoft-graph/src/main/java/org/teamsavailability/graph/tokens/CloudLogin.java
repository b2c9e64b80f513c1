package org.teamsavailability.graph.tokens;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.TokenSource;
import java.net.MalformedURLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphFailure.OwnCredentialsRefused;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.credentials.CloudCredentials;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;

/**
 * MSAL4J for one cloud; its cache keeps the tokens of all tenants there, whichever credential they
 * were got with: Microsoft lets them live until they expire.
 *
 * <p>The authority is always Microsoft's own, and {@link LoginHttp} sends to where login really is:
 * MSAL4J refuses http, and a port in the authority defeats its cache.
 */
final class CloudLogin {

    /** MSAL4J wants a credential for the application, and prefers the one of each call. */
    private static final String PLACEHOLDER = "never sent";

    private final ConfidentialClientApplication application;
    private final CloudCredentials credentials;
    private final MicrosoftCloud cloud;
    private final Set<String> scopes;

    /** Where Microsoft last said something of a credential; null where it would not just now. */
    private volatile @Nullable UUID trialTenant;

    CloudLogin(
            MicrosoftCloud cloud,
            AppRegistration registration,
            CloudCredentials credentials,
            SharedHttp http,
            Clock clock,
            ExecutorService executor) {
        this.cloud = cloud;
        this.credentials = credentials;
        this.scopes = Set.of(cloud.graphUrl() + "/.default");
        try {
            this.application =
                    ConfidentialClientApplication.builder(
                                    registration.clientId(),
                                    ClientCredentialFactory.createFromSecret(PLACEHOLDER))
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
        return credentials.prove(credential -> {
            var answer = ask(tenant, credential, skipCache);
            if (answer.metadata().tokenSource() == TokenSource.IDENTITY_PROVIDER) {
                credentials.used(credential);
            }
            return new AppToken(answer.accessToken());
        });
    }

    /**
     * Asks for a token with each credential to be tried, in a tenant that is neither throttled nor
     * without consent.
     */
    void tryCredentials() throws InterruptedException {
        var tenant = trialTenant;
        if (tenant != null) {
            credentials.tryOut(credential -> ask(tenant, credential, true));
        }
    }

    private IAuthenticationResult ask(UUID tenant, ClientCredential credential, boolean skipCache)
            throws InterruptedException {
        var parameters =
                ClientCredentialParameters.builder(scopes)
                        .tenant(tenant.toString())
                        .clientCredential(forMsal(credential))
                        .skipCache(skipCache)
                        .build();
        try {
            var answer = application.acquireToken(parameters).get();
            trialTenant = tenant;
            return answer;
        } catch (ExecutionException e) {
            var failure = failure(e);
            boolean refused = failure.failure() instanceof OwnCredentialsRefused;
            if (refused || tenant.equals(trialTenant)) {
                trialTenant = refused ? tenant : null;
            }
            throw failure;
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

    private static IClientCredential forMsal(ClientCredential credential) {
        return switch (credential) {
            case ClientCredential.Secret(var value, _) ->
                    ClientCredentialFactory.createFromSecret(value);
            case ClientCredential.Certificate(var key, var chain) ->
                    ClientCredentialFactory.createFromCertificateChain(key, chain);
        };
    }
}
