package org.teamsavailability.mapping.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;

/** Reads what {@link StubAvroSerializer} writes. */
public final class StubAvroDeserializer implements Deserializer<Object> {

    private static final List<Class<? extends SpecificRecord>> RECORDS =
            Topics.ALL.stream()
                    .map(Topic::value)
                    .<Class<? extends SpecificRecord>>mapMulti(
                            (type, next) -> Stream.ofNullable(type).forEach(next))
                    .toList();

    static int id(Class<?> type) {
        return RECORDS.indexOf(type);
    }

    @Override
    public Object deserialize(String topic, byte[] data) {
        var schema =
                SpecificData.get().getSchema(RECORDS.get(ByteBuffer.wrap(data, 1, 4).getInt()));
        try {
            return new SpecificDatumReader<>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(data, 5, data.length - 5, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
