package org.teamsavailability.mapping.web;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;

/**
 * The responses of an operation. It gets the problems that its form allows, with a path parameter
 * for example that something is not found; what else it refuses, its route says.
 */
final class ApiResponses {

    private static final Map<String, String> PROBLEMS =
            Map.ofEntries(
                    entry("400", "The request cannot be read: see detail and errors"),
                    entry("401", "No API key, or one that is not valid"),
                    entry("403", "The API key lacks the required scope"),
                    entry("404", "Not found on this key's service desk"),
                    entry("406", "Only JSON responses are available"),
                    entry("408", "The body did not come in time"),
                    entry("413", "The body is too large"),
                    entry("415", "The body has another media type"),
                    entry("422", "A value is not allowed: see detail and errors"),
                    entry(
                            "429",
                            "The API key has made too many requests, too many calls wait for an"
                                + " answer, too many searches run, or the address has sent too many"
                                + " wrong keys or has too many requests in progress: see"
                                + " Retry-After"),
                    entry(
                            "503",
                            "The database, Kafka or Microsoft is unavailable, or the service desk"
                                    + " has too many requests in progress: see Retry-After"));
    private static final Map<String, String> HEADERS =
            Map.of(
                    "X-Request-Id", "The id of the request, for the operator",
                    "ETag", "The state of the technician, for If-Match",
                    "Location", "Where what was made, or the run, is read",
                    "RateLimit",
                            "What is left of the quota, as in \"api-key\";r=599;t=1: r requests"
                                    + " now, and no more are sure within t seconds",
                    "RateLimit-Policy",
                            "The quota of an API key, as in \"api-key\";q=600;w=60: q requests in w"
                                    + " seconds",
                    "Retry-After", "When to try again, in whole seconds",
                    "WWW-Authenticate", "Bearer");

    private ApiResponses() {}

    static void describe(OpenAPI contract) {
        var components = contract.getComponents();
        HEADERS.forEach((name, meaning) ->
                components.addHeaders(
                        name,
                        new Header().description(meaning).schema(ProblemSchemas.of("string"))));
        PROBLEMS.forEach((status, meaning) -> {
            var response = new ApiResponse().description(meaning);
            finish(status, response, false);
            components.addResponses(status, response);
        });
        contract.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(ApiResponses::describe));
    }

    private static void describe(Operation operation) {
        var responses = operation.getResponses();
        boolean isRun = responses.containsKey("202") && responses.get("202").getContent() != null;
        boolean isAnswered =
                responses.values().stream().anyMatch(response -> response.getContent() != null);
        responses.forEach((status, response) -> finish(status, response, isRun));
        add(operation, true, "400", "401", "403", "429", "503");
        add(operation, isAnswered, "406");
        add(operation, operation.getRequestBody() != null, "408", "413", "415", "422");
        add(operation, operation.getParameters() != null, "422");
        add(operation, hasPathParameter(operation), "404");
        var inOrder = new io.swagger.v3.oas.models.responses.ApiResponses();
        responses.keySet().stream()
                .sorted()
                .forEach(status -> inOrder.addApiResponse(status, responses.get(status)));
        operation.setResponses(inOrder);
    }

    private static boolean hasPathParameter(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> "path".equals(it.getIn()));
    }

    private static void add(Operation operation, boolean applies, String... statuses) {
        for (var status : statuses) {
            if (applies && !operation.getResponses().containsKey(status)) {
                operation
                        .getResponses()
                        .addApiResponse(
                                status, new ApiResponse().$ref("#/components/responses/" + status));
            }
        }
    }

    private static void finish(String status, ApiResponse response, boolean isRun) {
        header(response, "X-Request-Id");
        if (!status.equals("401")) {
            header(response, "RateLimit");
            header(response, "RateLimit-Policy");
        }
        if (status.compareTo("400") >= 0) {
            response.setContent(
                    new Content()
                            .addMediaType(
                                    org.springframework.http.MediaType
                                            .APPLICATION_PROBLEM_JSON_VALUE,
                                    new MediaType()
                                            .schema(
                                                    ProblemSchemas.reference(
                                                            ProblemSchemas.PROBLEM))));
        } else if (response.getContent() != null && isTechnician(response.getContent())) {
            header(response, "ETag");
        }
        switch (status) {
            case "401" -> header(response, "WWW-Authenticate");
            case "201" -> header(response, "Location");
            case "429", "503" -> header(response, "Retry-After");
            case "202", "409" -> {
                if (isRun) {
                    header(response, "Location");
                }
            }
            default -> {}
        }
    }

    private static boolean isTechnician(Content content) {
        return content.values().stream()
                .anyMatch(it ->
                        it.getSchema() != null
                                && "#/components/schemas/Technician"
                                        .equals(it.getSchema().get$ref()));
    }

    private static void header(ApiResponse response, String name) {
        response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
}
