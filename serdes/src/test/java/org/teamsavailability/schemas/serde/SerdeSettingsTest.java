package org.teamsavailability.schemas.serde;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerdeSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081, http://localhost:8081",
        "http://localhost:8081/, http://localhost:8081",
        "http://localhost:8081/apis/registry/v3, http://localhost:8081",
        "http://localhost:8081/apis/ccompat/v7/, http://localhost:8081",
        "https://registry.example, https://registry.example",
        "https://example/registry/apis/registry/v3, https://example/registry"
    })
    void findsBothOfApicuriosApis(String url, String base) {
        var settings = SerdeSettings.apicurio(url);

        assertThat(configurationOf(settings))
                .containsEntry("apicurio.registry.url", base + "/apis/registry/v3");
        assertThat(settings.confluentApi()).hasToString(base + "/apis/ccompat/v7");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081, http://localhost:8081",
        "https://example/schemas/, https://example/schemas",
        "http://localhost:8081/apis/ccompat/v7, http://localhost:8081/apis/ccompat/v7",
        "http://localhost:8081/apis/registry/v3, http://localhost:8081/apis/ccompat/v7"
    })
    void givesConfluentsSerializerTheAddressAsItIs(String url, String api) {
        var settings = SerdeSettings.confluent(url);

        assertThat(configurationOf(settings)).containsEntry("schema.registry.url", api);
        assertThat(settings.confluentApi()).hasToString(api);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost:8081", "ftp://x", "http://", "http:/x", "http://u:geheim@ /"})
    void refusesWhatIsNoUrlWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerdeSettings.apicurio(url))
                .withMessageContaining("SCHEMA_REGISTRY_URL")
                .withMessageNotContaining("geheim");
    }

    @Test
    void refusesAnApiItDoesNotSpeak() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerdeSettings.apicurio("http://localhost/apis/registry/v2"))
                .withMessageContaining("/apis/registry/v2");
    }

    @Test
    void refusesASerializerOfOneFamilyWithADeserializerOfTheOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SerdeSettings(
                                "http://localhost",
                                SerdeSettings.APICURIO_SERIALIZER,
                                SerdeSettings.CONFLUENT_DESERIALIZER,
                                Map.of()))
                .withMessageContaining("do not belong together");
    }

    @Test
    void hidesPasswords() {
        var settings =
                new SerdeSettings(
                        "http://anna:geheim@localhost:8081",
                        SerdeSettings.APICURIO_SERIALIZER,
                        SerdeSettings.APICURIO_DESERIALIZER,
                        Map.of("apicurio.registry.auth.client.secret", "geheim"));

        assertThat(settings.toString())
                .doesNotContain("geheim")
                .contains("http://localhost:8081", "apicurio.registry.auth.client.secret");
    }

    @Test
    void passesCredentialsOfTheUrlToEitherSerializer() {
        assertThat(configurationOf(SerdeSettings.apicurio("http://anna:geheim@localhost")))
                .containsEntry("apicurio.registry.auth.username", "anna")
                .containsEntry("apicurio.registry.auth.password", "geheim");
        assertThat(configurationOf(SerdeSettings.confluent("http://anna:geheim@localhost")))
                .containsEntry("basic.auth.user.info", "anna:geheim");
    }

    @Test
    void passesWhatTheRegistryAsksForToEitherSerializer() {
        var access = new RegistryAccess("anna:geheim", Path.of("ca.crt"));

        assertThat(configurationOf(apicurio("https://localhost", access)))
                .containsEntry("apicurio.registry.auth.username", "anna")
                .containsEntry("apicurio.registry.auth.password", "geheim")
                .containsEntry("apicurio.registry.tls.truststore.type", "PEM")
                .containsEntry("apicurio.registry.tls.truststore.location", "ca.crt");
        assertThat(
                        configurationOf(
                                new SerdeSettings(
                                        "https://localhost",
                                        SerdeSettings.CONFLUENT_SERIALIZER,
                                        SerdeSettings.CONFLUENT_DESERIALIZER,
                                        Map.of(),
                                        access)))
                .containsEntry("basic.auth.user.info", "anna:geheim")
                .containsEntry("schema.registry.ssl.truststore.location", "ca.crt");
        assertThat(apicurio("https://localhost", access).toString()).doesNotContain("geheim");
    }

    @Test
    void refusesTwoUsers() {
        var access = new RegistryAccess("ben:geheim", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> apicurio("https://anna:geheim@localhost", access))
                .withMessageContaining("SCHEMA_REGISTRY_USER")
                .withMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8081", "HTTP://localhost:8081"})
    void refusesAuthoritiesOfARegistryThatIsNotSecured(String url) {
        var access = new RegistryAccess(null, Path.of("ca.crt"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> apicurio(url, access))
                .withMessageStartingWith("SCHEMA_REGISTRY_CA is set, but SCHEMA_REGISTRY_URL is");
        assertThatNoException()
                .isThrownBy(() -> apicurio(url.replaceFirst("(?i)http", "HTTPS"), access));
    }

    @Test
    void refusesAFileThatHoldsNoCertificate(@TempDir Path folder) throws IOException {
        var empty = Files.writeString(folder.resolve("ca.crt"), "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistryAccess(null, empty).check())
                .withMessageContaining("SCHEMA_REGISTRY_CA is " + empty);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistryAccess(null, folder.resolve("none")).check())
                .withMessageContaining("cannot be read");
    }

    @Test
    void waitsFiveSecondsForAnAnswerOfTheRegistryAtMost() {
        assertThat(configurationOf(SerdeSettings.confluent("http://localhost")))
                .containsEntry("http.read.timeout.ms", "5000");
        var apicurio = configurationOf(SerdeSettings.apicurio("http://localhost"));
        var resolver =
                (BoundedSchemaResolver<?, ?>) apicurio.get("apicurio.registry.schema-resolver");
        assertThat(requireNonNull(resolver).answersWithin()).isEqualTo(Duration.ofSeconds(5));
    }

    private static Map<String, Object> configurationOf(SerdeSettings settings) {
        return ClientConfiguration.of(settings, ClientConfiguration.REGISTRY_ANSWERS_WITHIN);
    }

    private static SerdeSettings apicurio(String url, RegistryAccess access) {
        return new SerdeSettings(
                url,
                SerdeSettings.APICURIO_SERIALIZER,
                SerdeSettings.APICURIO_DESERIALIZER,
                Map.of(),
                access);
    }

    @Test
    void letsFurtherPropertiesWin() {
        var settings =
                new SerdeSettings(
                        "http://localhost",
                        SerdeSettings.APICURIO_SERIALIZER,
                        SerdeSettings.APICURIO_DESERIALIZER,
                        Map.of("apicurio.registry.retry-count", "7"));

        assertThat(configurationOf(settings)).containsEntry("apicurio.registry.retry-count", "7");
    }
}
