package org.teamsavailability.schemas.serde;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Stands in for Confluent's deserializer: its configuration keys, its bytes, its exceptions. */
public final class StubAvroDeserializer implements Deserializer<Object> {

    private @Nullable StubRegistryClient registry;

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        registry = new StubRegistryClient(configuration);
    }

    @Override
    public Object deserialize(String topic, byte[] data) {
        var written = requireNonNull(registry).schema(ByteBuffer.wrap(data, 1, 4).getInt());
        try {
            var type = SpecificData.get().getClass(written);
            return new SpecificDatumReader<>(written, SpecificData.get().getSchema(type))
                    .read(null, DecoderFactory.get().binaryDecoder(data, 5, data.length - 5, null));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Error deserializing Avro message", e);
        }
    }
}
