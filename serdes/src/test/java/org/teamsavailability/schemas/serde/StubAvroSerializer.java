package org.teamsavailability.schemas.serde;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Stands in for Confluent's serializer: its configuration keys, its bytes, its exceptions. */
public final class StubAvroSerializer implements Serializer<Object> {

    private @Nullable StubRegistryClient registry;

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        registry = new StubRegistryClient(configuration);
    }

    @Override
    public byte[] serialize(String topic, Object data) {
        var record = (SpecificRecord) data;
        var id = requireNonNull(registry).id(topic + "-value", record.getSchema());
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Error serializing Avro message", e);
        }
        return bytes.toByteArray();
    }
}
