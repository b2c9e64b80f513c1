package org.teamsavailability.mapping.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the API, apart from what each route says of itself. */
@Configuration
class ApiDocument {

    private static final String ABOUT =
            """
            Connects a service desk with its Microsoft tenant, and maps technicians of the PSA to \
            accounts of Microsoft Teams.

            Each API key belongs to one service desk and sees nothing of another: what is another \
            desk's is not found. Reading needs the scope `read`, changing the scope `write`, and asking \
            who is available the scope `ask`. `security` of an operation lists its scopes; one of \
            them is enough.

            JSON is in UTF-8 and camelCase, instants are ISO 8601 in UTC. A body is taken as it is \
            meant or refused: an unknown field, a field that is there twice, a value of another \
            type and text after the end are a 400, and `errors` names the place by a JSON pointer \
            such as `/technicians/3/emial`. A value that can be read but is not allowed is a 422 \
            in the same form. A body comes within 30 seconds and has at most 1 MB of JSON or 10 MB \
            of CSV. A key makes at most 600 requests a minute, and a service desk has at most 20 in \
            progress; calls to `/public-api/availability-requests` have limits of their own, 30,000 a \
            minute and 200 that wait. The operator may set other limits. Lists come in pages: send `nextCursor` as \
            `cursor` until it is null; a cursor that was damaged, or is another list's or another desk's, is \
            a 400 of the type `invalid-cursor`. `RateLimit-Policy` and `RateLimit` tell how many \
            requests the key has left, at this instance of the service. Each response has an \
            `X-Request-Id`. Errors are problem details of RFC 9457 whose `type` is \
            `urn:teams-availability:<name>`. A path that is no route is a 404; without a key, each \
            path but this one is a 401.
            """;

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer contract(JsonMapper json) {
        var words = new FieldWords(json);
        var examples = new Examples();
        return contract -> {
            head(contract);
            ProblemSchemas.describe(contract);
            RecordForms.describe(contract, CandidateAvailability.getClassSchema());
            RecordForms.describe(contract, FallbackReason.getClassSchema());
            RecordForms.describe(
                    contract,
                    "Decision",
                    CandidateAvailability.getClassSchema(),
                    Map.entry("requestedAt", RecordForms.nullableInstant()));
            bodies(contract);
            ApiResponses.describe(contract);
            RequestSchemas.describe(contract);
            words.describe(contract);
            examples.describe(contract);
        };
    }

    private static void head(OpenAPI contract) {
        contract.setInfo(
                new Info()
                        .title("Teams Availability")
                        .version("1")
                        .description(ABOUT)
                        .contact(
                                new io.swagger.v3.oas.models.info.Contact()
                                        .name("The operator of this installation"))
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")));
        contract.setServers(List.of(new Server().url("/").description("This installation")));
        contract.setTags(
                List.of(
                        tag("API keys", "The keys of the desk"),
                        tag("Audit", "Who changed what"),
                        tag("Auto-map", "Maps technicians to accounts by their email"),
                        tag("Availability", "Which technicians are available"),
                        tag("Connection", "The Microsoft tenant of the desk"),
                        tag("Instructions", "The custom instructions of workflows"),
                        tag("Settings", "What the desk wants to happen by itself"),
                        tag("Technicians", "The technicians of the desk and their mappings")));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    /** A file is text, whatever Java reads it as. */
    private static void bodies(OpenAPI contract) {
        contract.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .map(operation -> operation.getRequestBody().getContent().get("text/csv"))
                .filter(java.util.Objects::nonNull)
                .forEach(file -> {
                    var text = new JsonSchema();
                    text.addType("string");
                    text.setDescription(
                            "RFC 4180 in UTF-8 with the header"
                                    + " technicianId,displayName,email,active");
                    file.setSchema(text);
                });
    }
}
