package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;

/** Waiting moves the clock. */
class TeamSchedulesTest {

    private static final UUID TENANT = new UUID(3, 3);

    private final MovableClock clock = new MovableClock();
    private final List<Instant> asked = new ArrayList<>();
    private final Map<UUID, GraphFailure> failures = new HashMap<>();
    private MicrosoftCloud cloud = MicrosoftCloud.GLOBAL;
    private final TeamSchedules schedules =
            new TeamSchedules(
                    this::tenant,
                    this::read,
                    (_, _) -> {},
                    clock,
                    nanos -> clock.advance(Duration.ofNanos(nanos)));

    private @Nullable MicrosoftTenant tenant(String serviceDeskId) {
        return serviceDeskId.equals("desk") ? new MicrosoftTenant(cloud, TENANT) : null;
    }

    private CompletionStage<Boolean> read(MicrosoftTenant tenant, UUID team) {
        asked.add(clock.instant());
        var failure = failures.get(team);
        return failure == null
                ? CompletableFuture.completedFuture(true)
                : CompletableFuture.failedFuture(new GraphException(failure));
    }

    @Test
    void asksTwiceASecondForTenSecondsAndContinuesLater() {
        var teams = teams(30);

        var first = schedules.of("desk", teams);
        var calls = List.copyOf(asked);
        var second = schedules.of("desk", teams);

        assertThat(first.values()).contains(ScheduleStatus.UNKNOWN);
        assertThat(Collections.frequency(first.values(), ScheduleStatus.PROVISIONED))
                .isBetween(19, 21);
        IntStream.range(2, calls.size())
                .forEach(it ->
                        assertThat(Duration.between(calls.get(it - 2), calls.get(it)))
                                .isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
        assertThat(Duration.between(calls.getFirst(), calls.getLast()))
                .isLessThanOrEqualTo(TeamSchedules.LONGEST);
        assertThat(second.values()).containsOnly(ScheduleStatus.PROVISIONED);
        assertThat(asked).hasSize(30);
    }

    @Test
    void keepsWhatIsKnownForTenMinutes() {
        schedules.of("desk", teams(2));
        clock.advance(Duration.ofMinutes(9));
        schedules.of("desk", teams(2));
        assertThat(asked).hasSize(2);

        clock.advance(Duration.ofMinutes(1));
        schedules.of("desk", teams(2));
        assertThat(asked).hasSize(4);
    }

    @Test
    void asksAgainTenSecondsAfterAFailure() {
        failures.put(new UUID(4, 0), new GraphFailure.Unreachable(500, "r"));

        assertThat(schedules.of("desk", teams(2)).values())
                .containsExactlyInAnyOrder(ScheduleStatus.UNKNOWN, ScheduleStatus.PROVISIONED);
        schedules.of("desk", teams(2));
        assertThat(asked).hasSize(2);

        clock.advance(Duration.ofSeconds(10));
        schedules.of("desk", teams(2));
        assertThat(asked).hasSize(3);
    }

    @Test
    void asksNothingBeforeTheRetryAfter() {
        failures.put(
                new UUID(4, 0),
                new GraphFailure.Throttled(429, "r", clock.instant().plusSeconds(60)));

        var first = schedules.of("desk", teams(3));
        clock.advance(Duration.ofSeconds(59));
        schedules.of("desk", teams(3));

        assertThat(Set.copyOf(first.values())).containsExactly(ScheduleStatus.UNKNOWN);
        assertThat(asked).hasSize(1);
        failures.clear();
        clock.advance(Duration.ofSeconds(1));
        assertThat(schedules.of("desk", teams(3)).values())
                .containsOnly(ScheduleStatus.PROVISIONED);
    }

    @Test
    void failsWithoutThePermission() {
        failures.put(
                new UUID(4, 0),
                new GraphFailure.PermissionMissing(403, "r", GraphPermission.SCHEDULE_READ_ALL));

        assertThatThrownBy(() -> schedules.of("desk", teams(2))).isInstanceOf(GraphException.class);
        assertThat(schedules.of("desk", teams(2)).values()).containsOnly(ScheduleStatus.UNKNOWN);
        assertThat(asked).hasSize(1);
        failures.clear();
        clock.advance(Duration.ofSeconds(1));
        assertThat(schedules.of("desk", teams(2)).values())
                .containsOnly(ScheduleStatus.PROVISIONED);
    }

    @Test
    void asksNothingInACloudWithoutShiftsOrWithoutATenant() {
        assertThat(schedules.of("other", teams(1)).values()).containsOnly(ScheduleStatus.UNKNOWN);
        cloud = MicrosoftCloud.US_GOV_L4;
        assertThat(schedules.of("desk", teams(2)).values()).containsOnly(ScheduleStatus.NONE);
        assertThat(asked).isEmpty();
    }

    private static List<UUID> teams(int number) {
        return IntStream.range(0, number).mapToObj(it -> new UUID(4, it)).toList();
    }
}
