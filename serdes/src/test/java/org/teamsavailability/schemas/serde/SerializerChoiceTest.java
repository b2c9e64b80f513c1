package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.teamsavailability.schemas.Samples;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topics;

@Tag("slow")
@ExtendWith(Registry.Extension.class)
class SerializerChoiceTest {

    private static final String PREFIX = "choice.";
    private static final String TOPIC = Topics.TECHNICIAN_MAPPING.nameIn(PREFIX);

    @Test
    void bothSerializersWriteTheSameBytesAndReadEachOthers(Registry registry) {
        var apicurio = SerdeSettings.apicurio(registry.url());
        new SchemaRegistration(apicurio, PREFIX, PATIENCE)
                .register(List.of(Topics.TECHNICIAN_MAPPING));

        try (var ours = new RecordSerdes(apicurio, PATIENCE);
                var others =
                        new RecordSerdes(stub(registry.url() + "/apis/ccompat/v7"), PATIENCE)) {
            var our = ours.forValue(TechnicianMapping.class);
            var other = others.forValue(TechnicianMapping.class);

            var bytes = other.serializer().serialize(TOPIC, Samples.mapping());

            assertThat(bytes).isEqualTo(our.serializer().serialize(TOPIC, Samples.mapping()));
            assertThat(our.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.mapping());
            assertThat(other.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.mapping());
        }
    }

    @Test
    void tellsItsFailuresApartToo(Registry registry) throws IOException {
        try (var line = new Line(registry);
                var serdes = new RecordSerdes(stub(line.url() + "/apis/ccompat/v7"), PATIENCE)) {
            var serde = serdes.forValue(TechnicianMapping.class);
            var unknown = new byte[] {0, 0, 1, 0, 0, 0};
            var unasked = new byte[] {0, 0, 2, 0, 0, 0}; // what is unknown is not asked for again

            assertThatExceptionOfType(UnreadableRecordException.class)
                    .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, unknown));
            assertThatExceptionOfType(SchemaMissingException.class)
                    .isThrownBy(() -> serde.serializer().serialize("nowhere", Samples.mapping()));
            line.answerWith(404);
            assertThatExceptionOfType(RegistryUnreachableException.class)
                    .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, unasked));
            line.answerWith(401);
            assertThatExceptionOfType(RegistryUnreachableException.class)
                    .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, unasked))
                    .withMessageContaining("SCHEMA_REGISTRY_USER and SCHEMA_REGISTRY_PASSWORD");
            line.cut();
            assertThatExceptionOfType(RegistryUnreachableException.class)
                    .isThrownBy(() -> serde.serializer().serialize("nowhere", Samples.mapping()));
        }
    }

    @Test
    void saysHowToGetConfluentsOntoTheClassPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordSerdes(SerdeSettings.confluent("http://localhost")))
                .withMessage(
                        "io.confluent.kafka.serializers.KafkaAvroSerializer is not on the class"
                                + " path: build with -Pconfluent");
    }

    @Test
    void saysWhichClassIsNoSerializer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RecordSerdes(
                                new SerdeSettings(
                                        "http://localhost",
                                        "java.lang.StringBuilder",
                                        StubAvroDeserializer.class.getName(),
                                        Map.of())))
                .withMessageContaining("java.lang.StringBuilder is not a");
    }

    private static SerdeSettings stub(String url) {
        return new SerdeSettings(
                url,
                StubAvroSerializer.class.getName(),
                StubAvroDeserializer.class.getName(),
                Map.of());
    }
}
