package org.teamsavailability.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.benchmarks.world.WireFormat;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;

/** Reads two fields of an answer and skips the rest, which costs the machine less. */
final class AnswerReader {

    private static final String REQUEST_ID = "requestId";
    private static final String SOURCE = "source";

    private final GenericDatumReader<GenericRecord> reader =
            new GenericDatumReader<>(CandidateAvailability.getClassSchema(), projection());
    private @Nullable BinaryDecoder decoder;
    private @Nullable GenericRecord reused;

    ReceivedAnswer read(byte[] record, long receivedAt) {
        try {
            int body = WireFormat.BODY;
            decoder =
                    DecoderFactory.get().binaryDecoder(record, body, record.length - body, decoder);
            reused = reader.read(reused, decoder);
            var source = reused.get(SOURCE).toString();
            return new ReceivedAnswer(
                    reused.get(REQUEST_ID).toString(),
                    source.equals(AvailabilitySource.TEAMS.name()),
                    receivedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema projection() {
        var whole = CandidateAvailability.getClassSchema();
        return SchemaBuilder.record(whole.getName())
                .namespace(whole.getNamespace())
                .fields()
                .name(REQUEST_ID)
                .type(whole.getField(REQUEST_ID).schema())
                .noDefault()
                .name(SOURCE)
                .type(whole.getField(SOURCE).schema())
                .noDefault()
                .endRecord();
    }
}
