package org.teamsavailability.enricher.topology;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.DispatchRequested;

/** Reads a request and keeps the bytes it came as. */
final class IncomingDeserializer implements Deserializer<@Nullable Incoming> {

    private final Deserializer<DispatchRequested> requests;

    IncomingDeserializer(Deserializer<DispatchRequested> requests) {
        this.requests = requests;
    }

    @Override
    public @Nullable Incoming deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : new Incoming(bytes, requests.deserialize(topic, bytes));
    }

    @Override
    public @Nullable Incoming deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        return bytes == null
                ? null
                : new Incoming(bytes, requests.deserialize(topic, headers, bytes));
    }

    @Override
    public void close() {
        requests.close();
    }
}
