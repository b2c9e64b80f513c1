package org.teamsavailability.schemas.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.TrustedRecords;

/**
 * Plain Avro binary for state stores and their changelogs, which need no registry.
 *
 * <p>Each value is in Avro's single-object encoding: the marker {@code C3 01}, eight bytes of the
 * writer's schema fingerprint, the body. The ten bytes are what lets a new release read what an
 * older one has stored; without them a store of another schema would be misread silently. See <a
 * href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">the
 * specification</a>.
 *
 * <p>May be used by any number of threads: buffers are kept per thread.
 */
public final class PlainAvro<T extends SpecificRecord> implements Serde<T> {

    private final String record;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private PlainAvro(Class<T> type, List<Schema> earlier) {
        TrustedRecords.allow();
        var data = SpecificData.getForClass(type);
        var schema = data.getSchema(type);
        this.record = type.getSimpleName();
        this.encoder = new BinaryMessageEncoder<>(data, schema);
        this.decoder = new BinaryMessageDecoder<>(data, schema);
        earlier.forEach(decoder::addSchema);
    }

    /** For a record of the topics: reads what any release has written. */
    public static <T extends SpecificRecord> PlainAvro<T> of(Class<T> type) {
        return of(type, ReleasedSchemas.of(type));
    }

    /**
     * For any record.
     *
     * @param earlier the schemas that released versions have written it with
     */
    public static <T extends SpecificRecord> PlainAvro<T> of(Class<T> type, List<Schema> earlier) {
        return new PlainAvro<>(type, earlier);
    }

    /** The value with the fingerprint of its schema. */
    public byte[] write(T value) {
        try {
            var buffer = encoder.encode(value);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #write} of this or an earlier release has written.
     *
     * @throws UnreadableRecordException if the bytes are not of this record in a known schema
     */
    public T read(byte[] bytes) {
        try {
            return decoder.decode(bytes, null);
        } catch (IOException | AvroRuntimeException e) {
            throw new UnreadableRecordException(
                    "A stored "
                            + record
                            + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "): it is damaged, or a newer release has written it");
        }
    }

    @Override
    public Serializer<T> serializer() {
        return (_, value) -> orNull(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (_, bytes) -> readOrNull(bytes);
    }

    private byte @Nullable [] orNull(@Nullable T value) {
        return value == null ? null : write(value);
    }

    private @Nullable T readOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : read(bytes);
    }
}
