package org.teamsavailability.mapping.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * An example of each body of the contract: by operation and then by {@code request} or status;
 * those of {@code *} stand for the responses that many operations share. They are read by the
 * library that writes the contract, which leaves out a null of any other.
 */
final class Examples {

    private static final String SHARED = "*";

    private final JsonNode examples;

    Examples() {
        try (var file = new ClassPathResource("openapi/examples.json").getInputStream()) {
            examples = new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void describe(OpenAPI contract) {
        var shared = contract.getComponents().getResponses();
        shared.forEach((status, response) -> set(response.getContent(), of(SHARED, status)));
        contract.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(it -> describe(it, shared)));
    }

    private void describe(Operation operation, Map<String, ApiResponse> shared) {
        var id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            set(operation.getRequestBody().getContent(), of(id, "request"));
        }
        operation
                .getResponses()
                .replaceAll((status, response) -> {
                    var own = of(id, status);
                    var described =
                            own != null && response.get$ref() != null
                                    ? copy(Objects.requireNonNull(shared.get(status)))
                                    : response;
                    set(described.getContent(), own == null ? of(SHARED, status) : own);
                    return described;
                });
    }

    private @Nullable JsonNode of(String operation, String body) {
        return examples.path(operation).get(body);
    }

    /** The same response, which may have an example of its own. */
    private static ApiResponse copy(ApiResponse shared) {
        var content = new Content();
        shared.getContent()
                .forEach((type, media) ->
                        content.addMediaType(type, new MediaType().schema(media.getSchema())));
        var copy = new ApiResponse().description(shared.getDescription()).content(content);
        shared.getHeaders().forEach(copy::addHeaderObject);
        return copy;
    }

    private static void set(@Nullable Content content, @Nullable JsonNode example) {
        if (content != null && example != null) {
            content.values().forEach(media -> media.setExample(example));
        }
    }
}
