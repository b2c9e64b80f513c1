package org.teamsavailability.benchmarks.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.TrustedRecords;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the values of one topic in the Confluent wire format with a schema id that is
 * looked up once: the cheapest way there is, for the generator and for the peers. For one thread.
 */
public final class WireFormat<T extends SpecificRecord> {

    /** Where the Avro body starts: after the magic byte and the schema id. */
    public static final int BODY = 5;

    private final int schemaId;
    private final Class<T> type;
    private final SpecificDatumWriter<T> writer;
    private final SpecificDatumReader<T> reader;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    private WireFormat(int schemaId, Class<T> type) {
        this.schemaId = schemaId;
        this.type = type;
        this.writer = new SpecificDatumWriter<>(type);
        this.reader = new SpecificDatumReader<>(type);
    }

    /**
     * Asks the registry for the schema's id.
     *
     * @throws IllegalStateException if it does not have the schema
     */
    public static <T extends SpecificRecord> WireFormat<T> of(
            String registry, String prefix, Topic topic, Class<T> type) {
        TrustedRecords.allow();
        return new WireFormat<>(schemaId(registry, topic.subjectIn(prefix)), type);
    }

    /** The same for another thread. */
    public WireFormat<T> forThread() {
        return new WireFormat<>(schemaId, type);
    }

    public byte[] encode(T value) {
        try {
            buffer.reset();
            buffer.write(0);
            buffer.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(schemaId).array());
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            writer.write(value, encoder);
            encoder.flush();
            return buffer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public T decode(byte[] record) {
        try {
            decoder =
                    DecoderFactory.get().binaryDecoder(record, BODY, record.length - BODY, decoder);
            return reader.read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int schemaId(String registry, String subject) {
        var latest =
                URI.create(registry + "/apis/ccompat/v7/subjects/" + subject + "/versions/latest");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(latest).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "The registry answered %d for %s".formatted(answer.statusCode(), latest));
            }
            return JsonMapper.shared().readTree(answer.body()).get("id").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException("The registry does not answer at " + registry, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for " + subject, e);
        }
    }
}
