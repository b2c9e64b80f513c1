package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks schemas up as Confluent's client does, with its configuration keys and its exceptions. */
final class StubRegistryClient {

    private static final int NO_JSON = 50005;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String api;

    StubRegistryClient(Map<String, ?> configuration) {
        assertThat(configuration.get("auto.register.schemas")).isEqualTo("false");
        assertThat(configuration.get("use.latest.version")).isEqualTo("false");
        assertThat(configuration.get("specific.avro.reader")).isEqualTo("true");
        this.api = String.valueOf(configuration.get("schema.registry.url"));
    }

    int id(String subject, Schema schema) {
        var body = json.writeValueAsString(Map.of("schema", schema.toString()));
        return send(HttpRequest.newBuilder(URI.create(api + "/subjects/" + subject))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .POST(BodyPublishers.ofString(body)))
                .get("id")
                .asInt();
    }

    Schema schema(int id) {
        var answer = send(HttpRequest.newBuilder(URI.create(api + "/schemas/ids/" + id)));
        return new Schema.Parser().parse(answer.get("schema").asString());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new RestClientException("refused", answer.statusCode(), errorCode(answer));
            }
            return json.readTree(answer.body());
        } catch (IOException | InterruptedException | RestClientException e) {
            throw new SerializationException("Error retrieving Avro schema", e);
        }
    }

    /** As Confluent's: 50005 where the body is not the registry's JSON. */
    private int errorCode(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body()).path("error_code").asInt(NO_JSON);
        } catch (JacksonException _) {
            return NO_JSON;
        }
    }
}
