package org.teamsavailability.mapping.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.connection.Connection;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.ConnectionRound;
import org.teamsavailability.mapping.connection.ConsentState;
import org.teamsavailability.mapping.connection.FakeMicrosoft;
import org.teamsavailability.mapping.connection.MovableClock;
import org.teamsavailability.mapping.connection.persistence.ConnectionRows;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.schedule.persistence.RoundRows;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class DailyRoundsTest {

    private static final String DESK = "northwind";

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DeskTransactions transactions = database.deskTransactions();
    private final ConnectionRows connections = new ConnectionRows();
    private final MovableClock clock = new MovableClock();
    private final FakeMicrosoft microsoft = new FakeMicrosoft();
    private final UUID tenant = UUID.randomUUID();
    private final List<String> tidied = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DailyRounds rounds =
            new DailyRounds(
                    new RoundRows(database.asService()),
                    transactions,
                    List.of(DailyRoundsTest::fails, tidied::add),
                    List.of(check(), DailyRoundsTest::cannotBeDone, done::add),
                    clock,
                    meters);

    private DailyRound check() {
        return new ConnectionRound(
                new ConnectionCheck(
                        transactions,
                        connections,
                        microsoft,
                        new AuditRows(clock, new JsonMapper()),
                        clock));
    }

    @BeforeEach
    void aTenantIsLinked() {
        microsoft.issuesAll(tenant);
        database.createDesk(DESK, clock);
        transactions.run(
                DESK,
                it ->
                        connections.link(
                                it,
                                new MicrosoftTenant(MicrosoftCloud.GLOBAL, tenant),
                                clock.instant()));
    }

    @Test
    void checksEachConnectionOnceADay() {
        rounds.doWhatIsDue();
        int atFirst = microsoft.asked(tenant);
        clock.advance(Duration.ofDays(1));

        rounds.doWhatIsDue();
        rounds.doWhatIsDue();

        assertThat(atFirst).isZero();
        assertThat(microsoft.asked(tenant)).isEqualTo(1);
        var connection = transactions.<@Nullable Connection>in(DESK, connections::find);
        assertThat(connection).extracting("consent").isEqualTo(ConsentState.GRANTED);
    }

    @Test
    void comesAgainTheNextDay() {
        clock.advance(Duration.ofDays(1));
        rounds.doWhatIsDue();
        clock.advance(Duration.ofDays(1));

        rounds.doWhatIsDue();

        assertThat(done).containsExactly(DESK, DESK);
    }

    @Test
    void isDoneByOneInstance() throws Exception {
        clock.advance(Duration.ofDays(1));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int instance = 0; instance < 4; instance++) {
                var _ = threads.submit(rounds::doWhatIsDue);
            }
        }

        assertThat(microsoft.asked(tenant)).isEqualTo(1);
        assertThat(done).containsExactly(DESK);
    }

    @Test
    void comesAgainSoonWhereMicrosoftDoesNotAnswer() {
        microsoft.fails(tenant, new GraphFailure.Unreachable(503, null));
        clock.advance(Duration.ofDays(1));
        rounds.doWhatIsDue();
        int notDone = done.size();
        microsoft.issuesAll(tenant);
        clock.advance(Duration.ofMinutes(15));

        rounds.doWhatIsDue();

        assertThat(notDone).isZero();
        assertThat(done).containsExactly(DESK);
        assertThat(counted("undecided")).isOne();
    }

    @Test
    void showsWhenARoundWasLastDone() {
        clock.advance(Duration.ofDays(1));

        rounds.doWhatIsDue();

        assertThat(counted("done")).isOne();
        assertThat(counted("failed"))
                .as("one of its parts fails, and one of its tidying")
                .isEqualTo(2);
        assertThat(meters.get("teams.availability.daily.round.last.done").gauge().value())
                .isEqualTo((double) clock.instant().getEpochSecond());
    }

    private double counted(String outcome) {
        return meters.get("teams.availability.daily.rounds")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void tidiesUpAlsoWhereMicrosoftDoesNotAnswer() {
        microsoft.fails(tenant, new GraphFailure.Unreachable(503, null));
        clock.advance(Duration.ofDays(1));

        rounds.doWhatIsDue();

        assertThat(tidied).containsExactly(DESK);
    }

    private static boolean cannotBeDone(String serviceDeskId) {
        throw new IllegalStateException("A round that fails for " + serviceDeskId);
    }

    private static void fails(String serviceDeskId) {
        throw new IllegalStateException("Housekeeping that fails for " + serviceDeskId);
    }
}
