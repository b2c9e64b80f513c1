package org.teamsavailability.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.GraphSettings;

/**
 * Our app registrations, by Microsoft cloud; one at least.
 *
 * @param clouds by the names of {@link MicrosoftCloud}
 */
@ConfigurationProperties("teams-availability.microsoft")
public record MicrosoftSettings(@DefaultValue Map<MicrosoftCloud, Cloud> clouds) {

    /**
     * Our app registration in one cloud; one without a client id is not used.
     *
     * @param clientId its application (client) id
     * @param clientSecret its secret; this or a certificate
     * @param clientCertificate a PEM file with certificate and key; this or a secret
     * @param loginUrl where tokens are asked for; Microsoft's own by default
     * @param graphUrl where Graph is, with {@code /v1.0}; Microsoft's own by default
     */
    public record Cloud(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String clientCertificate,
            @Nullable String loginUrl,
            @Nullable String graphUrl) {

        public Cloud {
            clientId = unlessBlank(clientId);
            clientSecret = unlessBlank(clientSecret);
            clientCertificate = unlessBlank(clientCertificate);
            loginUrl = unlessBlank(loginUrl);
            graphUrl = unlessBlank(graphUrl);
        }

        private static @Nullable String unlessBlank(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }

        /** Leaves the credential out. */
        @Override
        public String toString() {
            return "Cloud[clientId=%s, loginUrl=%s, graphUrl=%s]"
                    .formatted(clientId, loginUrl, graphUrl);
        }
    }

    public MicrosoftSettings {
        clouds = Map.copyOf(clouds);
    }

    /**
     * The same for the Graph module.
     *
     * @throws IllegalArgumentException where a setting is missing or contradicts another
     */
    public GraphSettings forGraph() {
        var registrations = new EnumMap<MicrosoftCloud, AppRegistration>(MicrosoftCloud.class);
        clouds.forEach((cloud, settings) -> {
            String clientId = settings.clientId();
            if (clientId != null) {
                registrations.put(cloud, registration(cloud, clientId, settings));
            }
        });
        if (registrations.isEmpty()) {
            throw new IllegalArgumentException(
                    "MICROSOFT_CLIENT_ID is not set, and must be for one Microsoft cloud at least");
        }
        return new GraphSettings(registrations);
    }

    private static AppRegistration registration(
            MicrosoftCloud cloud, String clientId, Cloud settings) {
        var ofMicrosoft = AppRegistration.at(cloud, clientId, credential(cloud, settings));
        return new AppRegistration(
                clientId,
                ofMicrosoft.credential(),
                url(settings.loginUrl(), ofMicrosoft.loginUrl()),
                url(settings.graphUrl(), ofMicrosoft.graphUrl()));
    }

    private static ClientCredential credential(MicrosoftCloud cloud, Cloud settings) {
        String secret = settings.clientSecret();
        String certificate = settings.clientCertificate();
        if (secret != null && certificate == null) {
            return new ClientCredential.Secret(secret);
        }
        if (certificate != null && secret == null) {
            return ClientCredential.Certificate.fromPem(Path.of(certificate));
        }
        throw new IllegalArgumentException(
                "For the Microsoft cloud %s set either MICROSOFT_CLIENT_SECRET or MICROSOFT_CLIENT_CERTIFICATE; %s"
                        .formatted(cloud, secret == null ? "neither is set" : "both are set"));
    }

    private static URI url(@Nullable String configured, URI ofMicrosoft) {
        return configured == null ? ofMicrosoft : URI.create(configured);
    }
}
