package org.teamsavailability.service.settings;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.GraphSettings;

/**
 * Our app registrations, by Microsoft cloud; one at least.
 *
 * @param clouds by the names of {@link MicrosoftCloud}
 */
@ConfigurationProperties("teams-availability.microsoft")
public record MicrosoftSettings(@DefaultValue Map<MicrosoftCloud, Cloud> clouds) {

    /**
     * Our app registration in one cloud; one without a client id is not used. Of secret, secret
     * file and certificate exactly one is set.
     *
     * @param clientId its application (client) id
     * @param clientSecret its secret
     * @param clientSecretFile a file with its secret, or with two while one takes the place of the
     *     other: a line each, the one to use first before the other, behind it the day it expires
     *     or not. Read again every half minute
     * @param clientSecretExpires the day the secret expires, as in {@code 2027-03-31}; of a file
     *     that of the secrets without a day of their own. Nobody else knows it
     * @param clientCertificate a PEM file with certificate and key, or with two of both while one
     *     takes the place of the other, the one to use first before the other. Read again every
     *     half minute
     * @param loginUrl where tokens are asked for; Microsoft's own by default
     * @param graphUrl where Graph is, with {@code /v1.0}; Microsoft's own by default
     */
    public record Cloud(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String clientSecretFile,
            @Nullable String clientSecretExpires,
            @Nullable String clientCertificate,
            @Nullable String loginUrl,
            @Nullable String graphUrl) {

        public Cloud {
            clientId = unlessBlank(clientId);
            clientSecret = unlessBlank(clientSecret);
            clientSecretFile = unlessBlank(clientSecretFile);
            clientSecretExpires = unlessBlank(clientSecretExpires);
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
     * @throws IllegalArgumentException where a setting is missing or contradicts another, or a file
     *     holds no credential
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
        var credentials = new CredentialChoice(cloud, settings).source();
        var ofMicrosoft = AppRegistration.at(cloud, clientId, credentials);
        return new AppRegistration(
                clientId,
                credentials,
                url(settings.loginUrl(), ofMicrosoft.loginUrl()),
                url(settings.graphUrl(), ofMicrosoft.graphUrl()));
    }

    private static URI url(@Nullable String configured, URI ofMicrosoft) {
        return configured == null ? ofMicrosoft : URI.create(configured);
    }
}
