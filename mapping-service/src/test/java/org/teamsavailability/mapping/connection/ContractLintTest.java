package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract keeps the rules of OpenAPI, and those that make it worth reading. */
class ContractLintTest extends RunningService {

    private static final Pattern REFERENCE = Pattern.compile("\"#/components/([^\"]+)\"");
    private static final Pattern SENTENCE = Pattern.compile("(?s)[A-Zun<].*[^ ]");

    private static final Path FILE = Path.of("..", "docs", "openapi.json");
    private static final String REWRITE = "rewrite.openapi";

    private String text = "";
    private Contract contract = new Contract(tools.jackson.databind.node.MissingNode.getInstance());

    /** Also leaves it in the build's folder, for linters outside. */
    @BeforeEach
    void theContract() throws IOException {
        text = send(HttpRequest.newBuilder(at("/public-api/openapi.json")).GET().build()).body();
        Files.writeString(Path.of("target", "openapi.json"), text);
        contract = contract();
    }

    @Test
    void isWhatAParserOfOpenApiTakes() {
        var parsed = new OpenAPIV3Parser().readContents(text, null, null);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    /** Clients are made from the file, without a service that runs. */
    @Test
    void isTheFileInTheDocuments() throws IOException {
        var served =
                JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(contract.document())
                        + "\n";
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(FILE, served);
        }

        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as(
                        "docs/openapi.json is generated; write it again with ./verify -pl"
                                + " mapping-service -am -Dtest=ContractLintTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        REWRITE)
                .isEqualTo(served);
    }

    @Test
    void saysWhoMadeItAndHowItIsReached() {
        var document = contract.document();

        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(
                        Stream.of("/info/title", "/info/version", "/info/description")
                                .map(document::at)
                                .map(JsonNode::asString))
                .noneMatch(String::isBlank);
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(document.at("/components/securitySchemes/apiKey/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").has("apiKey")).isTrue();
    }

    @Test
    void namesAndDescribesEachOperationOnce() {
        var tags = new ArrayList<String>();
        contract.document().path("tags").forEach(tag -> tags.add(tag.path("name").asString()));

        assertThat(contract.operations())
                .hasSizeGreaterThan(15)
                .allSatisfy(operation -> {
                    assertThat(operation.id()).matches("[a-z][A-Za-z]+");
                    assertThat(operation.node().path("summary").asString("")).matches(SENTENCE);
                    assertThat(operation.node().path("description").asString("")).matches(SENTENCE);
                    assertThat(operation.node().path("tags")).hasSize(1);
                    assertThat(tags).contains(operation.node().at("/tags/0").asString());
                });
        assertThat(contract.operations().stream().map(Contract.Operation::id))
                .doesNotHaveDuplicates();
        assertThat(tags).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void declaresEachParameterOfAPathAndNothingInternal() {
        assertThat(contract.operations())
                .allSatisfy(operation -> {
                    assertThat(operation.pathParameters())
                            .allMatch(name -> operation.path().contains("{" + name + "}"))
                            .hasSize(
                                    (int) operation.path().chars().filter(it -> it == '{').count());
                    assertThat(operation.node().path("parameters"))
                            .allSatisfy(parameter -> {
                                assertThat(parameter.path("description").asString(""))
                                        .matches(SENTENCE);
                                assertThat(isBounded(parameter.path("schema"))).isTrue();
                                assertThat(parameter.at("/schema/default").isNull()).isFalse();
                            });
                });
        assertThat(text).doesNotContain("Caller", "*/*");
    }

    @Test
    void saysOfEachResponseWhatItHolds() {
        assertThat(contract.operations())
                .allSatisfy(operation -> {
                    assertThat(operation.statuses())
                            .contains("400", "401", "403", "429", "503")
                            .anyMatch(status -> status.startsWith("2"));
                    operation
                            .node()
                            .path("responses")
                            .properties()
                            .forEach(it -> isWhole(it.getKey(), contract.resolved(it.getValue())));
                });
    }

    private static void isWhole(String status, JsonNode response) {
        assertThat(response.path("description").asString("")).matches(SENTENCE);
        var headers = response.path("headers").propertyNames();
        assertThat(headers).contains("X-Request-Id");
        if (status.startsWith("2")) {
            assertThat(response.has("content"))
                    .isEqualTo(
                            !response.path("description")
                                    .asString()
                                    .matches("No Content|Accepted"));
            return;
        }
        assertThat(response.path("content").propertyNames())
                .containsExactly("application/problem+json");
        switch (status) {
            case "401" -> assertThat(headers).contains("WWW-Authenticate");
            case "429", "503" -> assertThat(headers).contains("Retry-After");
            default -> {}
        }
    }

    @Test
    void describesAndBoundsEveryField() {
        var schemas = contract.document().at("/components/schemas");

        assertThat(schemas.properties())
                .allSatisfy(schema -> {
                    var fields = schema.getValue().path("properties");
                    assertThat(fields.properties())
                            .isNotEmpty()
                            .allSatisfy(field -> {
                                assertThat(field.getValue().path("description").asString(""))
                                        .as("%s.%s", schema.getKey(), field.getKey())
                                        .matches(SENTENCE);
                            });
                    schema.getValue()
                            .path("required")
                            .forEach(name -> assertThat(fields.has(name.asString())).isTrue());
                    if (schema.getValue().path("additionalProperties").isBoolean()) {
                        assertThat(fields.properties())
                                .allSatisfy(field ->
                                        assertThat(isBounded(field.getValue()))
                                                .as("%s.%s", schema.getKey(), field.getKey())
                                                .isTrue());
                    }
                });
    }

    /** Texts, numbers and lists that are sent have an end. */
    private static boolean isBounded(JsonNode schema) {
        var type = schema.path("type").toString();
        if (type.contains("array")) {
            return schema.has("maxItems");
        }
        if (type.contains("integer")) {
            return schema.has("minimum") && schema.has("maximum");
        }
        return !type.contains("string")
                || schema.has("maxLength")
                || schema.has("enum")
                || schema.path("format").asString("").equals("uuid");
    }

    @Test
    void usesEachComponentAndRefersToNoOther() {
        var used = new TreeSet<String>();
        var matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        List<String> there = new ArrayList<>();
        for (var kind : List.of("schemas", "responses", "headers")) {
            contract.document()
                    .at("/components/" + kind)
                    .propertyNames()
                    .forEach(name -> there.add(kind + "/" + name));
        }

        assertThat(there).containsExactlyInAnyOrderElementsOf(used);
    }
}
