package org.teamsavailability.systemtests.promises;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.simulator.dataset.Organization;
import org.teamsavailability.simulator.dataset.Population;
import tools.jackson.databind.JsonNode;

/** A full auto-map of a large tenant, with Microsoft's limits on. It says how long it took. */
@OnTheWholeStack
class LargeTenantTest {

    private static final Population POPULATION = new Population(500, 20_000);
    private static final int TECHNICIANS = 5_000;
    private static final int UNKNOWN = 50;
    private static final int EVERY = POPULATION.members() / TECHNICIANS;
    private static final int TOO_MANY_REQUESTS = 429;

    private final WholeStack stack;

    LargeTenantTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void matchesEveryTechnicianOfALargeTenantBelowMicrosoftsLimits() {
        var desk = stack.desk();
        stack.microsoft().alter(desk.tenant(), tenant -> tenant.withGenerated(POPULATION));
        desk.upsert(
                IntStream.rangeClosed(1, TECHNICIANS)
                        .mapToObj(number ->
                                ServiceDesk.row("tech-" + number, address(desk, number), true))
                        .toList());
        desk.connect();
        stack.microsoft()
                .conditions(now -> now.withLatency(Duration.ofMillis(50)).withLimits(true));

        var review = fullRun(desk);

        assertThat(review.get("state").asString()).isEqualTo("DONE");
        assertThat(review.get("complete").asBoolean()).isTrue();
        assertThat(matched(review)).isEqualTo(expected(desk));
        assertThat(review.get("unmatched")).hasSize(UNKNOWN);
        assertThat(stack.microsoft().journal().calls(desk.tenant()))
                .hasSizeGreaterThan(POPULATION.teams())
                .noneMatch(call -> call.status() == TOO_MANY_REQUESTS);
        System.out.printf(
                "%d Teams, %d members, %d technicians: %d s%n",
                POPULATION.teams(),
                POPULATION.members(),
                TECHNICIANS,
                Duration.between(instant(review, "startedAt"), instant(review, "finishedAt"))
                        .toSeconds());
    }

    private static JsonNode fullRun(ServiceDesk desk) {
        var run =
                desk.api()
                        .call("POST", ServiceDesk.TEAMS + "auto-map?wait=0", null)
                        .get("runId")
                        .asString();
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> desk.api().get(ServiceDesk.TEAMS + "auto-map/" + run),
                        it -> !it.get("state").asString().equals("RUNNING"));
    }

    /** The last ones are nobody in the tenant. */
    private String address(ServiceDesk desk, int technician) {
        var domain =
                technician <= TECHNICIANS - UNKNOWN
                        ? Organization.of(desk.tenant()).domain()
                        : "elsewhere.example";
        return "Person%05d@%s".formatted(technician * EVERY, domain);
    }

    private static Map<String, UUID> expected(ServiceDesk desk) {
        return IntStream.rangeClosed(1, TECHNICIANS - UNKNOWN)
                .boxed()
                .collect(
                        toMap(
                                number -> "tech-" + number,
                                number -> Population.person(desk.tenant(), number * EVERY)));
    }

    private static Map<String, UUID> matched(JsonNode review) {
        return review.get("matched")
                .valueStream()
                .collect(
                        toMap(
                                it -> it.get("technicianId").asString(),
                                it -> UUID.fromString(it.get("microsoftUserId").asString())));
    }

    private static Instant instant(JsonNode review, String field) {
        return Instant.parse(review.get(field).asString());
    }
}
