package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.localstack.administration.DeskKeys;
import org.teamsavailability.localstack.server.Installation;
import org.teamsavailability.localstack.server.MappingService;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.traffic.TopicScan;
import org.teamsavailability.schemas.PsaTechnician;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.broker.BrokerFutures;
import org.teamsavailability.systemtests.server.SecuredStack;

/**
 * On a broker that allows only what {@code docs/operations/authentication-and-tls.md} lists,
 * everybody does their work: an installation of the chart, which gets in by {@link WayIn#SCRAM},
 * and those around it.
 */
@OnTheSecuredStack
@TestInstance(Lifecycle.PER_CLASS)
class AccessEntriesTest {

    private static final String PREFIX = WayIn.SCRAM.topicPrefix();
    private static final String LETTERS = "dispatch-requested-dlq";

    private final SecuredStack ground;
    private final ChartInstallation stack;

    AccessEntriesTest(SecuredStack ground) {
        this.ground = ground;
        this.stack = new ChartInstallation(ground, WayIn.SCRAM);
    }

    @BeforeAll
    void start() {
        ground.allow(AccessEntries.ofTheDocument(PREFIX));
        // the broker answers before it has applied what it was told
        await().atMost(WholeStack.PATIENCE).until(() -> ops("topics", "create").exitCode() == 0);
        stack.start();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void everyPartOfAnInstallationIsLetIn() {
        stack.assertEveryPartIsLetIn();
    }

    @Test
    void opsFindTheTopicsAsTheyAreDeclared() {
        assertThat(ops("topics", "compare").success()).contains("8 topics and their schemas");
    }

    @Test
    void theEnricherAnswersTheDispatchEngineAndOpsWhoSeeWhy() {
        assertThat(askAsTheDispatchEngine().success()).contains("TEAMS_NOT_CONNECTED");
        ops("ask", "--desk", "nowhere", "--candidates", "anna").success();
        var fallbacks = ops("fallbacks", "--once", "--json", "--desk", "nowhere").success();
        assertThat(fallbacks).contains("TEAMS_NOT_CONNECTED");
        var requestId = fallbacks.replaceAll("(?s)^\\{\"requestId\":\"([^\"]+)\".*", "$1");
        assertThat(ops("trace", requestId).success()).contains("answered", "TEAMS_NOT_CONNECTED");
        assertThat(ops("trace", "other-" + requestId, "--json").err()).isEmpty();
    }

    @Test
    void opsSendTheEnrichersDeadLettersAgain() {
        publish("dispatch", Topics.DISPATCH_REQUESTED, "unreadable", "no record".getBytes(UTF_8));
        awaitLetter("unreadable");

        assertThat(ops("dead-letters", "resend", "--all", "--topic", LETTERS, "--yes").success())
                .contains("Sent: 1");
    }

    @Test
    void theMappingServiceTakesTechniciansOfThePsaAndPublishesTheConnection() {
        var desk = desk("adventure");
        publish("psa", Topics.PSA_TECHNICIAN, "adventure/anna", technician());
        publish("psa", Topics.PSA_TECHNICIAN, "adventure/ben", "no record".getBytes(UTF_8));

        awaitLetter("adventure/ben");
        await().atMost(WholeStack.PATIENCE)
                .until(() -> desk.send("GET", "technicians/anna", null).statusCode() == 200);
        desk.call("PUT", "teams-availability/connection", Map.of("cloud", "US_GOV_L4"));
        await().atMost(WholeStack.PATIENCE)
                .until(() ->
                        keys("enricher", Topics.SERVICE_DESK_CONNECTION).contains("adventure"));
    }

    @Test
    void theMappingServiceAsksTheEnricherForADispatchTool() {
        var request =
                Map.of(
                        "ticketId",
                        "T-1",
                        "mode",
                        "AI",
                        "candidates",
                        List.of(Map.of("technicianId", "anna")),
                        "teamsAvailability",
                        Map.of("enabled", true, "rotaTeamIds", List.of()));

        var desk = desk("tailspin");
        var answer = desk.send("POST", "availability-requests?wait=30", request);

        assertThat(answer.body()).contains("TEAMS_NOT_CONNECTED");
        assertThat(desk.get("decisions?ticketId=T-1").at("/items/0/source").asString())
                .isEqualTo("PSA_ONLY");
        assertThat(desk.get("fallbacks").at("/counts/0/reason").asString())
                .isEqualTo("TEAMS_NOT_CONNECTED");
    }

    @Test
    void opsResetTheStateOfAnEnricherThatIsStopped() {
        assertThat(ops("reset-state").err()).contains("stop all of them");
        stack.enricher().stop();
        try {
            await().atMost(WholeStack.PATIENCE).until(() -> ops("reset-state").exitCode() == 0);

            assertThat(ops("reset-state", "--yes").success()).contains("pending-requests");
            await().atMost(WholeStack.PATIENCE)
                    .until(() -> ops("reset-state").success().contains("there are none"));
        } finally {
            stack.enricher().start();
        }
        assertThat(askAsTheDispatchEngine().success()).contains("TEAMS_NOT_CONNECTED");
    }

    @ParameterizedTest
    @CsvSource({
        "dispatch, fallback-reason",
        "dispatch, technician-mapping",
        "psa, technician-mapping",
        "psa, candidate-availability",
        "mapping-service, dispatch-requested-dlq"
    })
    void nobodyReadsWhatIsNotTheirs(String user, String topic) {
        assertThatThrownBy(() -> keys(user, named(topic)))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "dispatch, candidate-availability",
        "psa, dispatch-requested",
        "ops, technician-mapping",
        "enricher, technician-mapping",
        "mapping-service, candidate-availability"
    })
    void nobodyWritesWhatIsNotTheirs(String user, String topic) {
        assertThatThrownBy(() -> publish(user, named(topic), "key", new byte[] {1}))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    private CommandRun askAsTheDispatchEngine() {
        return CommandRun.of(as("dispatch"), "ask", "--desk", "nowhere", "--candidates", "anna");
    }

    private CommandRun ops(String... arguments) {
        return CommandRun.of(as("ops"), arguments);
    }

    private Access as(String user) {
        return ground.access(PREFIX, user);
    }

    private void awaitLetter(String key) {
        await().atMost(WholeStack.PATIENCE)
                .until(() -> ops("dead-letters").success().contains(key));
    }

    private DeskApi desk(String id) {
        var keys =
                DeskKeys.create(
                        MappingService.command(Installation.ofThisProcess()),
                        MappingService.database(ground.database()),
                        List.of(id));
        return new DeskApi(stack.service(), requireNonNull(keys.get(id)));
    }

    private byte[] technician() {
        try (var serdes = as("psa").serdes()) {
            return serdes.forValue(PsaTechnician.class)
                    .serializer()
                    .serialize(
                            Topics.PSA_TECHNICIAN.nameIn(PREFIX),
                            PsaTechnician.newBuilder()
                                    .setServiceDeskId("adventure")
                                    .setTechnicianId("anna")
                                    .setDisplayName("Anna")
                                    .setActive(true)
                                    .build());
        }
    }

    private void publish(String user, Topic topic, String key, byte[] value) {
        try (var producer = as(user).producer()) {
            BrokerFutures.of(producer.send(new ProducerRecord<>(topic.nameIn(PREFIX), key, value)));
        }
    }

    private List<String> keys(String user, Topic topic) {
        var keys = new ArrayList<String>();
        new TopicScan(as(user))
                .read(
                        List.of(topic.nameIn(PREFIX)),
                        Instant.EPOCH,
                        record -> keys.add(new String(record.key(), UTF_8)));
        return keys;
    }

    private static Topic named(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
