package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.failure;
import static org.teamsavailability.graph.GraphFixture.result;
import static org.teamsavailability.graph.GraphFixture.settings;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;
import org.teamsavailability.graph.settings.Bounds;

@Tag("slow")
class BoundsTest {

    private static final MicrosoftTenant FABRIKAM =
            new MicrosoftTenant(MicrosoftCloud.GLOBAL, new UUID(1, 2));

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final CountDownLatch released = new CountDownLatch(1);
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(
                    settings(microsoft.registration(), PATIENCE, new Bounds(2, 3, 1, 10_000)),
                    CLOCK);

    BoundsTest() {
        microsoft.graph(_ -> {
            try {
                released.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Reply.json(200, "{\"value\":[]}");
        });
    }

    @AfterEach
    void close() {
        released.countDown();
        graph.close();
        microsoft.close();
    }

    private CompletableFuture<?> presence(MicrosoftTenant tenant) {
        return graph.port().presences(tenant, List.of(TEAM)).toCompletableFuture();
    }

    private void awaitReads(int count) {
        await().untilAsserted(() -> assertThat(microsoft.reads()).hasSize(count));
    }

    @Test
    void keepsATenantWithinItsBoundAndLeavesRoomForAnother() {
        var own = Stream.generate(() -> presence(CONTOSO)).limit(5).toList();
        awaitReads(2);
        var other = presence(FABRIKAM);
        awaitReads(3);
        released.countDown();
        result(other);
        own.forEach(BoundsTest::resultOf);
        assertThat(microsoft.reads()).hasSize(6);
    }

    @Test
    void letsPresenceNotWaitForSchedules() {
        var schedule = graph.port().scheduleProvisioned(CONTOSO, TEAM);
        var more = graph.port().scheduleProvisioned(CONTOSO, TEAM);
        awaitReads(2);
        var _ = presence(CONTOSO);
        awaitReads(3);
        assertThat(Stream.of(schedule, more))
                .noneMatch(read -> read.toCompletableFuture().isDone());
    }

    @Test
    void keepsAllTenantsWithinTheBoundOfAll() {
        var calls = Stream.of(CONTOSO, CONTOSO, FABRIKAM, FABRIKAM).map(this::presence).toList();
        awaitReads(3);
        released.countDown();
        calls.forEach(BoundsTest::resultOf);
        assertThat(microsoft.reads()).hasSize(4);
    }

    @Test
    void makesNoCallThatWasCancelledWhileItWaited() {
        var _ = presence(CONTOSO);
        var _ = presence(CONTOSO);
        awaitReads(2);
        presence(CONTOSO).cancel(true);
        var last = presence(CONTOSO);
        released.countDown();
        result(last);
        assertThat(microsoft.reads()).hasSize(3);
    }

    @Test
    void endsEveryCallWhenItIsClosed() {
        var calls = Stream.generate(() -> presence(CONTOSO)).limit(5).toList();
        awaitReads(2);
        graph.close();
        assertThat(calls)
                .allSatisfy(call -> assertThat(failure(call)).isInstanceOf(Unreachable.class));
        assertThat(failure(presence(CONTOSO))).isEqualTo(new Unreachable(null, null));
    }

    private static void resultOf(CompletableFuture<?> call) {
        result(call);
    }
}
