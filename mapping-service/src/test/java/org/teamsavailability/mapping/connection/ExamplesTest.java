package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract has an example of each body, which its own schema takes, and the API too. */
class ExamplesTest extends RunningService {

    /** The example's account is in no directory, so that is all that may be wrong with it. */
    private static final String NO_RUN = "2d9f4c61-7b3e-4a58-9e10-5c6d7e8f9a0b";

    private static final String NO_SUCH_RUN = "run of the last 24 hours";
    private static final String NO_SUCH_ACCOUNT = "has no account e5000000";

    @Test
    void areThereForEachBodyAndFitItsSchema() {
        var contract = contract();
        var check = new SchemaCheck(contract);
        var wrong = new ArrayList<String>();

        for (var operation : contract.operations()) {
            operation
                    .node()
                    .at("/requestBody/content")
                    .properties()
                    .forEach(it -> wrong(check, operation + " request", it.getValue(), wrong));
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(response -> {
                        var name = operation + " " + response.getKey();
                        contract.resolved(response.getValue())
                                .path("content")
                                .properties()
                                .forEach(it -> {
                                    wrong(check, name, it.getValue(), wrong);
                                    var status = it.getValue().at("/example/status");
                                    if (!status.isMissingNode()
                                            && !status.asString().equals(response.getKey())) {
                                        wrong.add(name + " has the status " + status);
                                    }
                                });
                    });
        }

        assertThat(wrong).isEmpty();
    }

    private static void wrong(SchemaCheck check, String name, JsonNode media, List<String> wrong) {
        if (media.path("example").isMissingNode()) {
            wrong.add(name + " has no example");
        } else {
            check.wrong(media.path("schema"), media.path("example"))
                    .forEach(it -> wrong.add(name + it));
        }
    }

    @Test
    void showWhatACheckOfInstructionsAnswers() {
        var check =
                contract().operations().stream()
                        .filter(it -> it.id().equals("checkInstructions"))
                        .findFirst()
                        .orElseThrow();
        var request = check.node().at("/requestBody/content/application~1json/example");
        var response = check.node().at("/responses/200/content/application~1json/example");

        assertThat(api("POST", "/instructions/check", request.toString()).json())
                .isEqualTo(response);
    }

    @Test
    void areTakenByTheApi() {
        granted();
        var contract = contract();
        api(
                "PUT",
                "/technicians",
                "{\"technicians\":[{\"technicianId\":\"t-18\",\"displayName\":\"Ben\"}]}");
        var sent = new ArrayList<String>();

        for (var operation : contract.operations()) {
            for (var media : operation.node().at("/requestBody/content").properties()) {
                var example = media.getValue().path("example");
                var answer =
                        send(
                                HttpRequest.newBuilder(
                                                at(
                                                        operation
                                                                .path()
                                                                .replace("{technicianId}", "t-18")
                                                                .replace("{runId}", NO_RUN)))
                                        .header("Authorization", "Bearer " + key())
                                        .header("Content-Type", media.getKey())
                                        .method(
                                                operation.method(),
                                                BodyPublishers.ofString(
                                                        example.isString()
                                                                ? example.asString()
                                                                : example.toString()))
                                        .build());
                if (!answer.body().contains(NO_SUCH_ACCOUNT)
                        && !answer.body().contains(NO_SUCH_RUN)) {
                    assertThat(answer.status())
                            .as("%s %s", operation, answer.body())
                            .isBetween(200, 299);
                }
                sent.add(operation.id());
            }
        }

        assertThat(Set.copyOf(sent))
                .containsExactlyInAnyOrder(
                        "acceptSuggestions",
                        "checkInstructions",
                        "askAvailability",
                        "createApiKey",
                        "importTechnicians",
                        "putConnection",
                        "putDesk",
                        "putIgnored",
                        "putSettings",
                        "putTeamsMapping",
                        "putTechnicians",
                        "runAutoMap");
    }
}
