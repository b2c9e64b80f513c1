package org.teamsavailability.mapping.technician.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.Serializer;
import org.teamsavailability.schemas.PsaTechnician;

/** Writes technicians in the wire format, under the schema id 1. */
public final class StubSerializer implements Serializer<Object> {

    static final byte[] PREFIX = {0, 0, 0, 0, 1};

    @Override
    public byte[] serialize(String topic, Object data) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PREFIX);
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(PsaTechnician.class).write((PsaTechnician) data, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
