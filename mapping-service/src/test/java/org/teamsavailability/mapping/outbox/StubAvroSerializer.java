package org.teamsavailability.mapping.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the wire format without a registry: the id of a schema is its topic's place. */
public final class StubAvroSerializer implements Serializer<Object> {

    @Override
    public byte[] serialize(String topic, Object data) {
        var record = (SpecificRecord) data;
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ByteBuffer.allocate(5)
                        .put((byte) 0)
                        .putInt(StubAvroDeserializer.id(record.getClass()))
                        .array());
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
