package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.schemas.Samples;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

@Tag("slow")
@ExtendWith(Registry.Extension.class)
class RegistryOutageTest {

    private static final String PREFIX = "outage.";
    private static final String TOPIC = Topics.TECHNICIAN_MAPPING.nameIn(PREFIX);

    private static byte[] bytes;
    private Line line;
    private RecordSerdes serdes;
    private Serde<TechnicianMapping> serde;

    @BeforeAll
    static void writeARecord(Registry registry) {
        var direct = SerdeSettings.apicurio(registry.url());
        new SchemaRegistration(direct, PREFIX, PATIENCE)
                .register(List.of(Topics.TECHNICIAN_MAPPING));
        try (var writer = new RecordSerdes(direct, PATIENCE)) {
            bytes =
                    writer.forValue(TechnicianMapping.class)
                            .serializer()
                            .serialize(TOPIC, Samples.mapping());
        }
    }

    @BeforeEach
    void connect(Registry registry) throws IOException {
        line = new Line(registry);
        serdes = serdes(line.url(), PATIENCE);
        serde = serdes.forValue(TechnicianMapping.class);
    }

    @AfterEach
    void disconnect() throws IOException {
        serdes.close();
        line.close();
    }

    @Test
    void tellsARegistryThatRefusesConnectionsFromAnUnreadableRecord() throws IOException {
        line.cut();

        assertThatNeitherReadsNorWrites();
    }

    @ParameterizedTest
    @CsvSource({
        "500, text/html, <html>Sorry</html>",
        "503, text/plain, no healthy upstream",
        "503, application/json, {}",
        "404, text/plain, 404 page not found",
        "404, text/html, ''",
        "401, application/json, '{\"status\":401,\"name\":\"NotAuthorized\"}'",
        "429, text/html, ''",
        "200, text/html, <html>Welcome</html>"
    })
    void tellsARegistryThatAnswersErrorsFromAnUnreadableRecord(
            int status, String contentType, String body) {
        line.answerWith(status, contentType, body);

        assertThatNeitherReadsNorWrites();
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, '{\"status\":401,\"name\":\"NotAuthorized\"}'",
        "403, application/json, '{}'",
        "401, text/plain, ''",
        "401, text/html, <html>Sorry</html>"
    })
    void namesTheSettingsOfTheUserWhomTheRegistryDoesNotLetIn(
            int status, String contentType, String body) {
        line.answerWith(status, contentType, body);

        assertThatBothSay("SCHEMA_REGISTRY_USER and SCHEMA_REGISTRY_PASSWORD");
    }

    @Test
    void namesTheAddressAloneOfARegistryThatRefusesConnections() throws IOException {
        line.cut();

        assertThatBothSay("): start it, or correct SCHEMA_REGISTRY_URL");
    }

    @Test
    void namesTheTrustSettingForAnUntrustedRegistry(@TempDir Path folder) throws Exception {
        try (var untrusted = new UntrustedServer(folder);
                var secured = serdes(untrusted.url(), PATIENCE)) {
            serde = secured.forValue(TechnicianMapping.class);

            assertThatBothSay("SCHEMA_REGISTRY_CA");
        }
    }

    @Test
    void doesNotWaitForEverForARegistryThatSaysNothing() {
        line.sayNothing();

        try (var impatient = serdes(line.url(), Duration.ofMillis(100))) {
            serde = impatient.forValue(TechnicianMapping.class);

            assertThatExceptionOfType(RegistryUnreachableException.class)
                    .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                    .withMessageContaining("did not answer in time")
                    .withMessageNotContaining("SCHEMA_REGISTRY_URL")
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void asksOnceForASchemaThatTheRegistryDoesNotKnow() throws IOException {
        var unknown = ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).array();
        assertThatUnknown(unknown);

        line.cut();

        assertThatUnknown(unknown);
        assertThatUnknown(unknown);
    }

    @Test
    void readsAndWritesAsSoonAsTheRegistryIsBack() {
        line.answerWith(503);
        assertThatNeitherReadsNorWrites();

        line.restore();

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isNotNull();
        assertThat(serde.serializer().serialize(TOPIC, Samples.mapping())).isEqualTo(bytes);
    }

    @Test
    void doesNotMissTheRegistryOnceASchemaIsKnown() throws IOException {
        serde.deserializer().deserialize(TOPIC, bytes);
        serde.serializer().serialize(TOPIC, Samples.mapping());
        var before = line.requests();

        line.cut();

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isNotNull();
        assertThat(serde.serializer().serialize(TOPIC, Samples.mapping())).isEqualTo(bytes);
        assertThat(
                        serdes.forValue(TechnicianMapping.class)
                                .deserializer()
                                .deserialize(TOPIC, bytes))
                .isNotNull();
        assertThat(line.requests()).isEqualTo(before);
    }

    /** Serdes that do not sleep between an error of the registry and the second attempt. */
    private static RecordSerdes serdes(String url, Duration answersWithin) {
        var settings =
                new SerdeSettings(
                        url,
                        SerdeSettings.APICURIO_SERIALIZER,
                        SerdeSettings.APICURIO_DESERIALIZER,
                        Map.of("apicurio.registry.retry-backoff-ms", "0"));
        return new RecordSerdes(settings, answersWithin);
    }

    private void assertThatBothSay(String setting) {
        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .withMessageContaining(setting)
                .withMessageNotContainingAny("127.0.0.1", "localhost");
        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> serde.serializer().serialize(TOPIC, Samples.mapping()))
                .withMessageContaining(setting)
                .withMessageNotContainingAny("127.0.0.1", "localhost");
    }

    private void assertThatNeitherReadsNorWrites() {
        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .withCauseInstanceOf(IOException.class);
        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> serde.serializer().serialize(TOPIC, Samples.mapping()))
                .withCauseInstanceOf(IOException.class);
    }

    private void assertThatUnknown(byte[] record) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, record))
                .withMessageContaining("does not know");
    }
}
