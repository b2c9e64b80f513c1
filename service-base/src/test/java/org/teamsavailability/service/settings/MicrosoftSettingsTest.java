package org.teamsavailability.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.CredentialSource;
import org.teamsavailability.graph.settings.SecretFile;

class MicrosoftSettingsTest {

    private static final Instant MARCH = Instant.parse("2027-03-31T00:00:00Z");

    @TempDir private Path folder;

    private static MicrosoftSettings settings(
            MicrosoftCloud cloud, Map<String, String> properties) {
        var all = new HashMap<String, String>();
        var prefix = "teams-availability.microsoft.clouds." + cloud + ".";
        properties.forEach((name, value) -> all.put(prefix + name, value));
        all.put(prefix + "client-id", "the-app");
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("teams-availability.microsoft", MicrosoftSettings.class)
                .get();
    }

    private static @Nullable CredentialSource credentials(Map<String, String> properties) {
        var registration =
                settings(MicrosoftCloud.GLOBAL, properties)
                        .forGraph()
                        .registrations()
                        .get(MicrosoftCloud.GLOBAL);
        return registration == null ? null : registration.credentials();
    }

    private static void assertRefused(Map<String, String> properties, String message) {
        assertThatThrownBy(() -> settings(MicrosoftCloud.CHINA, properties).forGraph())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void takesASecretWithTheDayItExpires() {
        assertThat(credentials(Map.of("client-secret", "s3cret")))
                .isEqualTo(new ClientCredential.Secret("s3cret"));
        assertThat(
                        credentials(
                                Map.of(
                                        "client-secret", "s3cret",
                                        "client-secret-expires", "2027-03-31")))
                .isEqualTo(new ClientCredential.Secret("s3cret", MARCH));
    }

    @Test
    void takesAFileOfSecrets() throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "s3cret");
        assertThat(
                        credentials(
                                Map.of(
                                        "client-secret-file",
                                        file.toString(),
                                        "client-secret-expires",
                                        "2027-03-31")))
                .asInstanceOf(type(SecretFile.class))
                .isEqualTo(new SecretFile(file, MARCH));
    }

    @Test
    void wantsExactlyOneFormOfCredentials() {
        assertRefused(
                Map.of("client-certificate", " "),
                "For the Microsoft cloud CHINA set one of MICROSOFT_CLIENT_SECRET_CHINA,"
                    + " MICROSOFT_CLIENT_SECRET_FILE_CHINA and MICROSOFT_CLIENT_CERTIFICATE_CHINA;"
                    + " none is set");
        assertRefused(
                Map.of("client-secret", "s3cret", "client-secret-file", "file"),
                "For the Microsoft cloud CHINA set one of MICROSOFT_CLIENT_SECRET_CHINA,"
                    + " MICROSOFT_CLIENT_SECRET_FILE_CHINA and MICROSOFT_CLIENT_CERTIFICATE_CHINA;"
                    + " MICROSOFT_CLIENT_SECRET_CHINA and MICROSOFT_CLIENT_SECRET_FILE_CHINA are"
                    + " set");
    }

    @Test
    void namesTheVariableOfAFileThatHoldsNoCredential() throws Exception {
        var file = Files.writeString(folder.resolve("it"), "s3cret\ns3cret2\ns3cret3").toString();
        assertRefused(
                Map.of("client-secret-file", file),
                "MICROSOFT_CLIENT_SECRET_FILE_CHINA: The client secret file %s holds 3 lines: give"
                        .formatted(file));
        assertRefused(
                Map.of("client-certificate", file),
                "MICROSOFT_CLIENT_CERTIFICATE_CHINA: The client certificate file %s holds no key: give"
                        .formatted(file));
    }

    @Test
    void wantsADayOfASecretAndOfNothingElse() {
        assertRefused(
                Map.of("client-secret", "s3cret", "client-secret-expires", "31.3.2027"),
                "MICROSOFT_CLIENT_SECRET_EXPIRES_CHINA is \"31.3.2027\", but must be a day");
        assertRefused(
                Map.of("client-certificate", "file", "client-secret-expires", "2027-03-31"),
                "MICROSOFT_CLIENT_SECRET_EXPIRES_CHINA is set and no secret is");
    }

    @Test
    void printsNoSecret() {
        assertThat(settings(MicrosoftCloud.GLOBAL, Map.of("client-secret", "s3cret")).toString())
                .doesNotContain("s3cret");
    }
}
