package org.teamsavailability.schemas.serde;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * One record's view of the shared serializer and deserializer.
 *
 * <p>These never see the headers of a record: what is on the wire is said by its bytes alone, and
 * Apicurio's deserializer keeps the encoding that a header asks for, for every record that follows.
 */
final class RecordSerde<T extends SpecificRecord> implements Serde<T> {

    private static final byte MAGIC = 0;
    private static final int PREFIX = Byte.BYTES + Integer.BYTES;

    private final Class<T> type;
    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;
    private final UnknownSchemas unknown;

    RecordSerde(
            Class<T> type,
            Serializer<Object> serializer,
            Deserializer<Object> deserializer,
            UnknownSchemas unknown) {
        this.type = type;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.unknown = unknown;
    }

    @Override
    public Serializer<T> serializer() {
        return this::write;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this::read;
    }

    private byte @Nullable [] write(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            return serializer.serialize(topic, value);
        } catch (RuntimeException e) {
            throw Failures.whenWriting(topic, type.getSimpleName(), e);
        }
    }

    private @Nullable T read(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < PREFIX || bytes[0] != MAGIC) {
            throw new UnreadableRecordException(
                    "A record on "
                            + topic
                            + " is not in the wire format: it has to start with a zero byte and"
                            + " four bytes of schema id");
        }
        int schema = ByteBuffer.wrap(bytes, Byte.BYTES, Integer.BYTES).getInt();
        if (unknown.contains(schema)) {
            throw Failures.ofAnUnknownSchema(topic);
        }
        Object value;
        try {
            value = deserializer.deserialize(topic, bytes);
        } catch (RuntimeException e) {
            if (Failures.isOfAnUnknownSchema(e)) {
                unknown.add(schema);
            }
            throw Failures.whenReading(topic, e);
        }
        if (!type.isInstance(value)) {
            throw new UnreadableRecordException(
                    "A record on "
                            + topic
                            + " is not a "
                            + type.getSimpleName()
                            + ", by the schema "
                            + schema
                            + " that it names");
        }
        return type.cast(value);
    }
}
