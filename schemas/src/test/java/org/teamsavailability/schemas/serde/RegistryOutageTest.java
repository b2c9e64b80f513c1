package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.schemas.Samples;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

@ExtendWith(Registry.Extension.class)
class RegistryOutageTest {

    private static final String PREFIX = "outage.";
    private static final String TOPIC = Topics.TECHNICIAN_MAPPING.nameIn(PREFIX);

    private byte[] bytes;
    private Line line;
    private RecordSerdes serdes;
    private Serde<TechnicianMapping> serde;

    @BeforeEach
    void connect(Registry registry) throws IOException {
        var direct = SerdeSettings.apicurio(registry.url());
        new SchemaRegistration(direct, PREFIX).register(List.of(Topics.TECHNICIAN_MAPPING));
        try (var writer = new RecordSerdes(direct)) {
            bytes =
                    writer.forValue(TechnicianMapping.class)
                            .serializer()
                            .serialize(TOPIC, Samples.mapping());
        }
        line = new Line(registry);
        serdes = new RecordSerdes(SerdeSettings.apicurio(line.url()));
        serde = serdes.forValue(TechnicianMapping.class);
    }

    @AfterEach
    void disconnect() {
        serdes.close();
        line.close();
    }

    @Test
    void tellsARegistryThatRefusesConnectionsFromAnUnreadableRecord() {
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
    void namesTheAddressAloneOfARegistryThatRefusesConnections() {
        line.cut();

        assertThatBothSay("): start it, or correct SCHEMA_REGISTRY_URL");
    }

    @Test
    void namesTheSettingOfWhoVouchesForARegistryThatIsNotBelieved(@TempDir Path folder)
            throws Exception {
        try (var untrusted = new UntrustedServer(folder);
                var secured = new RecordSerdes(SerdeSettings.apicurio(untrusted.url()))) {
            serde = secured.forValue(TechnicianMapping.class);

            assertThatBothSay("SCHEMA_REGISTRY_CA");
        }
    }

    @Test
    void doesNotWaitForEverForARegistryThatSaysNothing() {
        line.sayNothing();

        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .withCauseInstanceOf(IOException.class);
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
    void doesNotMissTheRegistryOnceASchemaIsKnown() {
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
}
