package org.teamsavailability.mapping.connection.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.serde.PlainAvro;

/** The wire format without a registry; while {@link #registryIsDown} it fails as one that is. */
public final class StubFormat implements Serializer<FallbackReason>, Deserializer<FallbackReason> {

    static volatile boolean registryIsDown;

    /** How often it was down when it was needed. */
    static final AtomicInteger REFUSED = new AtomicInteger();

    private static final int PREFIX = 5;

    private final PlainAvro<FallbackReason> body = PlainAvro.of(FallbackReason.class);

    @Override
    public byte[] serialize(String topic, FallbackReason reason) {
        var bytes = body.write(reason);
        return ByteBuffer.allocate(PREFIX + bytes.length).position(PREFIX).put(bytes).array();
    }

    @Override
    public FallbackReason deserialize(String topic, byte[] bytes) {
        if (registryIsDown) {
            REFUSED.incrementAndGet();
            throw new IllegalStateException(new IOException("Connection refused"));
        }
        return body.deserializer()
                .deserialize(topic, java.util.Arrays.copyOfRange(bytes, PREFIX, bytes.length));
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {}

    @Override
    public void close() {}
}
