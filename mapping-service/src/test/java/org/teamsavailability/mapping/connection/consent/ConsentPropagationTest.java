package org.teamsavailability.mapping.connection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.FakeMicrosoft;
import org.teamsavailability.mapping.connection.MovableClock;
import org.teamsavailability.mapping.connection.persistence.ConnectionRows;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class ConsentPropagationTest {

    private static final String DESK = "northwind";

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock();
    private final FakeMicrosoft microsoft = new FakeMicrosoft();
    private final UUID tenant = UUID.randomUUID();
    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final ConnectionRows connections = new ConnectionRows();
    private final ConsentPropagation spread =
            new ConsentPropagation(
                    new ConnectionCheck(
                            database.deskTransactions(),
                            connections,
                            microsoft,
                            new AuditRows(clock, new JsonMapper()),
                            clock),
                    (pause, next) -> {
                        pauses.add(pause);
                        work.add(next);
                    },
                    clock);

    @BeforeEach
    void aTenantIsLinked() {
        database.createDesk(DESK, clock);
        database.deskTransactions()
                .run(
                        DESK,
                        it ->
                                connections.link(
                                        it,
                                        new MicrosoftTenant(MicrosoftCloud.GLOBAL, tenant),
                                        clock.instant()));
    }

    @Test
    void asksWithGrowingPausesForFiveMinutes() {
        spread.watch(DESK);

        timePasses();

        assertThat(pauses)
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L, 60L);
        assertThat(microsoft.asked(tenant)).isEqualTo(7);
    }

    @Test
    void asksUntilAllIsGranted() {
        microsoft.issues(tenant, GraphPermission.USER_READ_ALL);
        spread.watch(DESK);
        timePassesOnce();
        microsoft.issuesAll(tenant);

        timePasses();

        assertThat(microsoft.asked(tenant)).isEqualTo(2);
    }

    @Test
    void goesOnWhereMicrosoftDoesNotAnswer() {
        microsoft.fails(tenant, new GraphFailure.Unreachable(503, null));
        spread.watch(DESK);
        timePassesOnce();
        microsoft.issuesAll(tenant);

        timePasses();

        assertThat(microsoft.asked(tenant)).isEqualTo(2);
    }

    @Test
    void watchesADeskOnceAtATimeAndAgainLater() {
        spread.watch(DESK);
        spread.watch(DESK);
        assertThat(work).hasSize(1);
        timePasses();

        spread.watch(DESK);

        assertThat(work).hasSize(1);
    }

    private void timePasses() {
        while (!work.isEmpty()) {
            timePassesOnce();
        }
    }

    private void timePassesOnce() {
        clock.advance(pauses.getLast());
        work.remove().run();
    }
}
