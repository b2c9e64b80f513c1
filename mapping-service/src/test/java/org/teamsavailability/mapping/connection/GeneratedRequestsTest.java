package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Requests that are generated from the contract get answers that are in the contract. The seed is
 * that of {@code -Dseed}, or always the same.
 */
class GeneratedRequestsTest extends RunningService {

    private static final long SEED = Long.getLong("seed", 20_240_229L);
    private static final int OF_EACH_OPERATION = 60;

    /** Answers to requests that are no operation: other methods, or refused at the door. */
    private static final List<String> ELSEWHERE = List.of("200", "400", "404", "405", "406", "422");

    /** What Spring, Jackson, Hibernate, Tomcat and PostgreSQL say. */
    private static final Pattern ANY_FRAMEWORK =
            Pattern.compile(
                    "Failed to|static resource|Required request|Required p|is not"
                        + " supported|java\\.|org\\.|tools\\.|Exception|deserialize|JSON parse|must"
                        + " not be|Acceptable representations|Invalid mime|ERROR:");

    private final List<Integer> statuses = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areAnsweredAsTheContractSays(boolean isConnected) {
        var seed = SEED + (isConnected ? 1 : 0);
        if (isConnected) {
            granted();
        }
        api(
                "PUT",
                "/technicians",
                "{\"technicians\":[{\"technicianId\":\"t-1\",\"displayName\":\"Ann\"}]}");
        var contract = contract();
        var check = new SchemaCheck(contract);
        var generator = new RequestGenerator(new Random(seed), contract);
        var wrong = new ArrayList<String>();

        for (var operation : contract.operations()) {
            for (int i = 0; i < OF_EACH_OPERATION; i++) {
                var request = generator.of(operation);
                var answer = request.send(new RawHttp(port()), key());
                wrong(contract, check, operation, request, answer)
                        .forEach(it ->
                                wrong.add(
                                        it
                                                + ": "
                                                + request
                                                + " -> "
                                                + answer.status()
                                                + " "
                                                + answer.body()));
                statuses.add(answer.status());
            }
        }

        LoggerFactory.getLogger(GeneratedRequestsTest.class)
                .info("Seed {}, {}", seed, RequestGenerator.counted(statuses));
        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(statuses).hasSizeGreaterThan(1_000).contains(200, 201, 400, 404, 415, 422);
    }

    private static List<String> wrong(
            Contract contract,
            SchemaCheck check,
            Contract.Operation asked,
            RequestGenerator.Request request,
            Answer answer) {
        var wrong = new ArrayList<String>();
        var status = Integer.toString(answer.status());
        if (answer.status() >= 500) {
            wrong.add("A failure");
        }
        if (answer.header("X-Request-Id").isEmpty()) {
            wrong.add("No X-Request-Id");
        }
        var operation =
                contract.operations().stream()
                        .filter(it -> it.path().equals(asked.path()))
                        .filter(it -> it.method().equals(request.method()))
                        .findFirst();
        var known =
                operation.<Collection<String>>map(Contract.Operation::statuses).orElse(ELSEWHERE);
        if (!known.contains(status)) {
            wrong.add("Not in the contract");
        } else if (answer.status() >= 400 && !request.method().equals("HEAD")) {
            wrong.addAll(wrongInProblem(contract, check, answer));
        } else if (operation.isPresent()) {
            var response = operation.get().node().path("responses").path(status);
            wrong.addAll(wrongInSuccess(check, contract.resolved(response), answer));
        }
        return wrong;
    }

    private static List<String> wrongInProblem(
            Contract contract, SchemaCheck check, Answer answer) {
        var type = answer.header("Content-Type");
        if (!type.startsWith("application/problem+json")) {
            return List.of("Not a problem but " + type);
        }
        var wrong =
                check.wrong(contract.document().at("/components/schemas/Problem"), answer.json());
        if (ANY_FRAMEWORK.matcher(answer.body()).find()) {
            wrong.add("Words of a framework");
        }
        return wrong;
    }

    private static List<String> wrongInSuccess(
            SchemaCheck check, JsonNode response, Answer answer) {
        var schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("A body");
        }
        return check.wrong(schema, answer.json());
    }

    @Test
    void areTheSameForTheSameSeed() {
        var contract = contract();
        var once = new RequestGenerator(new Random(SEED), contract);
        var again = new RequestGenerator(new Random(SEED), contract);

        assertThat(contract.operations())
                .allSatisfy(operation ->
                        assertThat(once.of(operation)).hasToString(again.of(operation).toString()));
    }
}
