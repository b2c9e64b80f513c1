package org.teamsavailability.mapping.technician.messaging;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.PsaTechnician;

/** Reads what {@link StubSerializer} writes, unless the registry is unavailable. */
public final class StubDeserializer implements Deserializer<Object> {

    /** Kafka makes the object by its class's name, so a test reaches it by this alone. */
    static final AtomicBoolean REGISTRY_IS_AWAY = new AtomicBoolean();

    /** How often it was away when it was needed. */
    static final AtomicInteger REFUSED = new AtomicInteger();

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        REGISTRY_IS_AWAY.set(false);
    }

    @Override
    public @Nullable Object deserialize(String topic, byte[] data) {
        if (REGISTRY_IS_AWAY.get()) {
            REFUSED.incrementAndGet();
            throw new SerializationException("away", new IOException("refused"));
        }
        if (!Arrays.equals(data, 0, 5, StubSerializer.PREFIX, 0, 5)) {
            throw new SerializationException("unknown schema");
        }
        try {
            return new SpecificDatumReader<>(PsaTechnician.class)
                    .read(null, DecoderFactory.get().binaryDecoder(data, 5, data.length - 5, null));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("unreadable", e);
        }
    }
}
