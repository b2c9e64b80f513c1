package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An ordinary client of the Confluent API that knows none of our classes: generic records only. */
final class ConfluentClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String api;

    ConfluentClient(Registry registry) {
        this.api = registry.url() + "/apis/ccompat/v7";
    }

    GenericRecord decode(byte[] bytes) throws IOException, InterruptedException {
        var buffer = ByteBuffer.wrap(bytes);
        assertThat(buffer.get()).isZero();
        var schema = schema(buffer.getInt());
        return new GenericDatumReader<GenericRecord>(schema, schema, withTimes())
                .read(
                        null,
                        DecoderFactory.get()
                                .binaryDecoder(bytes, buffer.position(), buffer.remaining(), null));
    }

    byte[] encode(String subject, GenericRecord record) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.write(ByteBuffer.allocate(5).put((byte) 0).putInt(latestId(subject)).array());
        var encoder = EncoderFactory.get().binaryEncoder(body, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema(), withTimes())
                .write(record, encoder);
        encoder.flush();
        return body.toByteArray();
    }

    Schema schema(int id) throws IOException, InterruptedException {
        var answer = get("/schemas/ids/" + id);
        assertThat(answer.has("references")).as("references to other subjects").isFalse();
        return new Schema.Parser().parse(answer.get("schema").asString());
    }

    int latestId(String subject) throws IOException, InterruptedException {
        return get("/subjects/" + subject + "/versions/latest").get("id").asInt();
    }

    int versions(String subject) throws IOException, InterruptedException {
        return get("/subjects/" + subject + "/versions").size();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(api + path)).build());
    }

    /** Registers a schema as somebody else would, and says its id. */
    int register(String subject, String schema) throws IOException, InterruptedException {
        return send("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema))
                .get("id")
                .asInt();
    }

    void require(String subject, String compatibility) throws IOException, InterruptedException {
        send("PUT", "/config/" + subject, Map.of("compatibility", compatibility));
    }

    private JsonNode send(String method, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static GenericData withTimes() {
        var data = new GenericData();
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        return data;
    }
}
