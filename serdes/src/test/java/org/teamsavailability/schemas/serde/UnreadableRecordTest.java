package org.teamsavailability.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Samples;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.Topics;

@Tag("slow")
@ExtendWith(Registry.Extension.class)
class UnreadableRecordTest {

    private static final String PREFIX = "unreadable.";
    private static final String REQUESTS = Topics.DISPATCH_REQUESTED.nameIn(PREFIX);
    private static final String CONNECTIONS = Topics.SERVICE_DESK_CONNECTION.nameIn(PREFIX);
    private static final int WIRE_PREFIX = 5;

    private static RecordSerdes serdes;
    private static Serde<ServiceDeskConnection> serde;

    @BeforeAll
    static void registerSchemas(Registry registry) {
        var settings = SerdeSettings.apicurio(registry.url());
        new SchemaRegistration(settings, PREFIX, PATIENCE).register(Topics.ALL);
        serdes = new RecordSerdes(settings, PATIENCE);
        serde = serdes.forValue(ServiceDeskConnection.class);
    }

    @AfterAll
    static void close() {
        serdes.close();
    }

    @Test
    void refusesBytesThatAreNotInTheWireFormat() {
        for (var bytes :
                List.of(new byte[0], new byte[] {0, 0, 0}, "{\"requestId\":1}".getBytes(UTF_8))) {
            assertThatUnreadable(bytes).withMessageContaining("wire format");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {987_654, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesASchemaTheRegistryDoesNotKnow(int id) {
        assertThatUnreadable(ByteBuffer.allocate(9).put((byte) 0).putInt(id).array())
                .withMessageContaining("does not know");
    }

    @Test
    void refusesARecordOfAnotherTopic() {
        var bytes =
                serdes.forValue(DispatchRequested.class)
                        .serializer()
                        .serialize(REQUESTS, Samples.request());

        assertThatUnreadable(bytes).withMessageContaining("is not a ServiceDeskConnection");
    }

    @Test
    void refusesBytesThatEndTooEarly() {
        var whole = whole();

        for (var length = WIRE_PREFIX; length < whole.length; length++) {
            assertThatUnreadable(Arrays.copyOf(whole, length)).withMessageNotContaining("desk-1");
        }
    }

    @Test
    void refusesLengthsBeyondTheBytesThereAre() {
        var prefix = Arrays.copyOf(whole(), WIRE_PREFIX);
        for (var length :
                List.of(
                        "feffffff0f",
                        "fcffffff0f",
                        "ffffffffffffffffff01",
                        "01",
                        "80808080808080808080")) {
            var body = HexFormat.of().parseHex(length);
            var bytes = Arrays.copyOf(prefix, WIRE_PREFIX + body.length);
            System.arraycopy(body, 0, bytes, WIRE_PREFIX, body.length);

            assertThatUnreadable(bytes);
        }
    }

    private static byte[] whole() {
        return serde.serializer().serialize(CONNECTIONS, Samples.connection());
    }

    private static ThrowableAssertAlternative<UnreadableRecordException> assertThatUnreadable(
            byte[] bytes) {
        return assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(CONNECTIONS, bytes))
                .withNoCause();
    }
}
