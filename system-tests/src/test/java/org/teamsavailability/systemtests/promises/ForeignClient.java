package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that knows of this product only the topics and their registry, by Confluent's documents:
 * a zero byte, four bytes of schema id, an Avro body, and the registry's Confluent API.
 */
final class ForeignClient implements AutoCloseable {

    private static final String CONTENT = "application/vnd.schemaregistry.v1+json";
    private static final int PREFIX = 5;

    private final String api;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    /** A schema and the id that the registry gave it. */
    record Registered(int id, Schema schema) {

        byte[] bytes(GenericRecord record) {
            var body = new ByteArrayOutputStream();
            body.writeBytes(ByteBuffer.allocate(PREFIX).put((byte) 0).putInt(id).array());
            var encoder = EncoderFactory.get().binaryEncoder(body, null);
            try {
                new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
                encoder.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("A record cannot be written", e);
            }
            return body.toByteArray();
        }
    }

    /**
     * @param registry its address, as {@code http://localhost:8081}
     */
    ForeignClient(String registry) {
        this.api = registry + "/apis/ccompat/v7";
    }

    /** The latest version of a subject. */
    Registered latest(String subject) {
        var version = call("GET", "/subjects/" + subject + "/versions/latest", null);
        return new Registered(
                version.get("id").intValue(), schema(version.get("schema").stringValue()));
    }

    /** The next version of a subject. */
    Registered register(String subject, Schema schema) {
        var answer =
                call(
                        "POST",
                        "/subjects/" + subject + "/versions",
                        json.writeValueAsString(Map.of("schema", schema.toString())));
        return new Registered(answer.get("id").intValue(), schema);
    }

    /** A record with the schema that it names. */
    GenericRecord read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        assertThat(buffer.get()).as("magic byte").isZero();
        var answer = call("GET", "/schemas/ids/" + buffer.getInt(), null);
        assertThat(answer.has("references")).as("references to other subjects").isFalse();
        var decoder =
                DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null);
        try {
            return new GenericDatumReader<GenericRecord>(schema(answer.get("schema").stringValue()))
                    .read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException("A record cannot be read", e);
        }
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text);
    }

    private JsonNode call(String method, String path, @Nullable String body) {
        var request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Content-Type", CONTENT)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The registry does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the registry", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
