package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.ScheduleEntry;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.journal.Call;

/**
 * What people show in Teams, and what opens Microsoft's doors, is in no topic, changelog, log or
 * file: everything there is read byte by byte for words that stand nowhere else.
 */
@AloneOnTheStack
class NothingReadLeavesTheProcessTest {

    /** In each word that is planted at Microsoft. */
    private static final String CANARY = "Zq7Canary";

    /** How every reason of a time off begins. */
    private static final String TIME_OFF_REASON = "TOR_";

    /** How every token of the simulator begins, as every token of Microsoft's does. */
    private static final String TOKEN = "eyJ0eXAi";

    private final World world;
    private final UUID team = UUID.randomUUID();

    NothingReadLeavesTheProcessTest(World world) {
        this.world = world;
    }

    @Test
    void keepsPresencesSchedulesSecretsAndTokensToItself()
            throws IOException, ExecutionException, InterruptedException {
        var desk = world.desk(4);
        world.microsoft().alter(desk.tenant(), tenant -> planted(tenant, desk));

        var answer = world.ask(request(desk).build());
        assertThat(answer.getSource())
                .as("everything was read")
                .isEqualTo(AvailabilitySource.TEAMS);
        waitingWhenKilled(desk);
        whileMicrosoftFails(desk);
        world.rest().await();

        String[] words = {CANARY, TIME_OFF_REASON, World.CLIENT_SECRET, TOKEN};
        assertThat(recordsThatHold(words)).isEmpty();
        assertThat(filesThatHold(words)).isEmpty();
    }

    /** The search itself finds what is there. */
    @Test
    void findsAWordThatIsThere() throws IOException, ExecutionException, InterruptedException {
        var word = "Zq7Planted" + UUID.randomUUID();
        var planted = Files.writeString(world.workspace().resolve("planted"), word);
        var desk = world.desk(1);
        world.ask(desk.request(word).build());

        assertThat(recordsThatHold(word))
                .anyMatch(it -> it.contains("dispatch-requested"))
                .anyMatch(it -> it.contains("candidate-availability"))
                .anyMatch(it -> it.contains("pending-requests-changelog"));
        assertThat(filesThatHold(word)).contains(planted);
    }

    private DispatchRequested.Builder request(Desk desk) {
        return desk.request("canaries")
                .setTeamsAvailability(Desk.settings(List.of(team.toString())));
    }

    private void whileMicrosoftFails(Desk desk) {
        var faults = world.microsoft().faults();
        for (int status : new int[] {400, 403, 503}) {
            faults.on(desk.tenant(), Call.PRESENCE, Call.SHIFTS).status(status);
            world.ask(request(desk).build());
            faults.clear();
        }
        faults.on(desk.tenant(), Call.PRESENCE, Call.SHIFTS).set(new Effect.Truncate());
        world.ask(request(desk).build());
        faults.clear();
    }

    /** Shifts have been read and presence hangs: both the request and its evidence are held. */
    private void waitingWhenKilled(Desk desk) {
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).hang();
        var request = request(desk).setRespondBy(Instant.now().plus(Duration.ofMinutes(4))).build();
        world.publish(List.of(request));
        await().atMost(World.PATIENCE)
                .until(() ->
                        world.microsoft().journal().underWay(desk.tenant(), Call.PRESENCE) > 0);
        world.enricher().kill();
        world.microsoft().faults().clear();
        world.enricher().start();
        world.answer(request.getRequestId());
    }

    /** Made-up words wherever people, or Microsoft one day, may write some. */
    private Tenant planted(Tenant tenant, Desk desk) {
        var who = desk.technicianIds().stream().map(desk::account).toList();
        var unknown = Account.of(who.get(0), CANARY + "Availability", CANARY + "Activity");
        var dentist =
                Account.of(who.get(1), "Away", CANARY + "Activity")
                        .withStatusMessage(CANARY + "StatusMessage");
        var holiday =
                Account.of(who.get(2), "Available", "Available")
                        .withOutOfOffice(true, CANARY + "OutOfOffice");
        var start = Instant.now().minus(Duration.ofHours(1));
        var end = Instant.now().plus(Duration.ofHours(8));
        return tenant.withAccounts(List.of(unknown, dentist, holiday))
                .withTeam(
                        Team.of(team)
                                .withShift(planted(ScheduleEntry.shared(who.get(0), start, end)))
                                .withTimeOff(
                                        planted(ScheduleEntry.shared(who.get(3), start, end))));
    }

    private static ScheduleEntry planted(ScheduleEntry entry) {
        return new ScheduleEntry(
                CANARY + entry.id(),
                entry.account(),
                entry.shared(),
                entry.draft(),
                false,
                CANARY + "Theme",
                "TAG_" + CANARY,
                CANARY + "Notes",
                null);
    }

    /** On any topic, the broker's own and those of the state stores among them. */
    private List<String> recordsThatHold(String... words)
            throws ExecutionException, InterruptedException {
        try (var admin = world.endpoints().access().admin()) {
            var topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
            assertThat(topics).anyMatch(it -> it.endsWith("-changelog"));
            try (var log = TopicLog.uncommitted(world.endpoints().kafka(), List.copyOf(topics))) {
                return log.upToNow().stream()
                        .filter(it -> hold(it, words))
                        .map(it -> it.topic() + " " + it.partition() + " " + it.offset())
                        .toList();
            }
        }
    }

    private static boolean hold(ConsumerRecord<byte[], byte[]> record, String... words) {
        var parts = new ArrayList<byte @Nullable []>();
        parts.add(record.key());
        parts.add(record.value());
        record.headers().forEach(it -> parts.add(it.value()));
        return parts.stream().anyMatch(it -> it != null && hold(it, words));
    }

    /**
     * The broker's log where it is not in a container, the enricher's state, and what each process
     * has written to its log.
     */
    private List<Path> filesThatHold(String... words) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(world.workspace())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (hold(Files.readAllBytes(file), words)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean hold(byte[] bytes, String... words) {
        var text = new String(bytes, ISO_8859_1);
        return List.of(words).stream()
                .anyMatch(word ->
                        text.contains(word)
                                || text.contains(new String(word.getBytes(UTF_16LE), ISO_8859_1)));
    }
}
