package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.simulator.journal.Call;

/** An operator finds out where a request stands. */
@OnTheStack
class TraceCommandTest {

    private final World world;

    TraceCommandTest(World world) {
        this.world = world;
    }

    @Test
    void findsTheAnswerAndItsFallbacks() {
        var desk = Desk.of("unknown-" + UUID.randomUUID(), 1);
        var request = desk.request("t").build();
        world.ask(request);

        var run = run("trace", request.getRequestId());

        assertThat(run.success())
                .contains(
                        "Request " + request.getRequestId() + " of service desk " + desk.id(),
                        "dispatch-requested " + World.partitionOf(desk.id()) + ":",
                        "source PSA_ONLY",
                        "TEAMS_NOT_CONNECTED");
        assertThat(run("trace", request.getRequestId(), "--desk", desk.id(), "--json").success())
                .contains("\"state\":\"ANSWERED\"", "\"reason\":\"TEAMS_NOT_CONNECTED\"");
        assertThat(run("trace", request.getRequestId(), "--desk", "other-" + desk.id()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void findsEachRecordOfOneRequestIdAlsoOfAnotherDesk() {
        var one = Desk.of("one-" + UUID.randomUUID(), 1);
        var other = Desk.of("other-" + UUID.randomUUID(), 1);
        var request = one.request("t").build();
        var id = request.getRequestId();
        world.publish(List.of(request, request, other.request("t").setRequestId(id).build()));
        await().until(() -> world.answers(id).size() == 3);

        var records = run("trace", id, "--json").success();

        assertThat(records.split("\"state\":\"ANSWERED\"", -1)).hasSize(4);
        assertThat(records).contains(one.id(), other.id());
    }

    @Test
    void saysSinceWhenARequestWaits() {
        var desk = world.desk(1);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).hang();
        var respondBy = Instant.now().plus(Duration.ofMinutes(4));
        var request = desk.request("waits").setRespondBy(respondBy).build();
        world.publish(List.of(request));

        await().until(() -> trace(request.getRequestId()).out().contains("waiting     since "));
        var run = trace(request.getRequestId());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("the enricher's committed state");
        world.clearFaults();
        world.answer(request.getRequestId());
        assertThat(trace(request.getRequestId()).success()).contains("source ");
    }

    @Test
    void findsTheDeadLetterOfWhatIsNoRecord() {
        var id = "r-" + UUID.randomUUID();
        var key = "key-" + id;
        var json = "{\"requestId\": \"%s\", \"name\": \"hidden\"}".formatted(id);
        world.publish(
                new ProducerRecord<>(
                        world.name(Topics.DISPATCH_REQUESTED), key, json.getBytes(UTF_8)));

        await().until(() -> trace(id).out().contains("dead letter"));
        var run = trace(id);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("UnreadableRecordException", "dead-letters resend --topic")
                .contains("of service desk " + key)
                .doesNotContain("hidden");
    }

    @Test
    void saysHowFarBackItLookedForWhatIsNotThere() {
        var run = run("trace", "nowhere-" + UUID.randomUUID(), "--since", "10m");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("was not found", "searched", "--since 24h");
        assertThat(run.err()).isEmpty();
    }

    private CommandRun trace(String id) {
        return run("trace", id);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(world.endpoints().access(), arguments);
    }
}
