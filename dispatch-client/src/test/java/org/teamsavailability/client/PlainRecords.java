package org.teamsavailability.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;

/** Requests and answers without a registry; named in a configuration, as any serializer is. */
final class PlainRecords {

    private static final BinaryMessageEncoder<CandidateAvailability> ANSWERS =
            new BinaryMessageEncoder<>(SpecificData.get(), CandidateAvailability.getClassSchema());
    private static final BinaryMessageEncoder<DispatchRequested> REQUESTS =
            new BinaryMessageEncoder<>(SpecificData.get(), DispatchRequested.getClassSchema());

    private PlainRecords() {}

    static byte[] bytes(CandidateAvailability answer) {
        return bytes(ANSWERS, answer);
    }

    private static <T> byte[] bytes(BinaryMessageEncoder<T> encoder, T record) {
        try {
            var buffer = encoder.encode(record);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of requests. */
    public static final class RequestSerializer implements Serializer<DispatchRequested> {

        @Override
        public byte[] serialize(String topic, DispatchRequested request) {
            return bytes(REQUESTS, request);
        }
    }

    /** Of answers. */
    public static final class AnswerDeserializer implements Deserializer<CandidateAvailability> {

        private final BinaryMessageDecoder<CandidateAvailability> decoder =
                new BinaryMessageDecoder<>(
                        SpecificData.get(), CandidateAvailability.getClassSchema());

        @Override
        public CandidateAvailability deserialize(String topic, byte[] bytes) {
            try {
                return decoder.decode(bytes, null);
            } catch (IOException | RuntimeException e) {
                throw new SerializationException("These bytes are no answer");
            }
        }
    }
}
