package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.MONDAY;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.isSettled;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;
import static org.teamsavailability.enricher.teams.batching.ReadKind.SCHEDULE;
import static org.teamsavailability.enricher.teams.batching.ReadKind.SHIFTS;
import static org.teamsavailability.enricher.teams.batching.ReadKind.TIME_OFF;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.enricher.teams.Outcome;
import org.teamsavailability.enricher.teams.TeamsRead;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;
import org.teamsavailability.graph.RotaSpan;
import org.teamsavailability.graph.TeamRota;

class RotaTest {

    private final GatewayFixture fixture = new GatewayFixture();
    private final FakeGraph graph = fixture.graph;
    private final VirtualTime time = fixture.time;

    @Test
    void readsScheduleFirstThenShiftsAndTimeOff() {
        Instant started = time.instant();
        var teamsRead = fixture.askRota(team(1));
        assertThat(kindsOut()).containsExactly(SCHEDULE);

        graph.answerAll();
        assertThat(kindsOut()).containsExactly(SHIFTS, TIME_OFF);

        time.pass(100);
        graph.answer(graph.last());
        Instant firstRead = time.instant();
        assertThat(isSettled(teamsRead)).isFalse();
        time.pass(100);
        graph.answerAll();

        assertThat(isSettled(teamsRead)).isTrue();
        var span = FakeGraph.span(team(1), started);
        assertThat(teamsRead.soFar())
                .containsEntry(
                        team(1),
                        new Outcome.Read<>(new TeamRota(List.of(span), List.of(span)), firstRead));
    }

    @Test
    void asksForADayMoreOfShifts() {
        fixture.gateway.rota(
                fixture.contoso, List.of(team(1)), MONDAY, MONDAY.plusDays(2), time.in(2_000));
        graph.answerAll();

        assertThat(graph.calls(SHIFTS).getFirst().days())
                .containsExactly(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-05"));
    }

    @Test
    void sharesOneReadAmongRequestsOfADay() {
        var first = fixture.askRota(team(1));
        var second = fixture.askRota(team(1));
        graph.answerAll();
        var third = fixture.askRota(team(1));
        graph.answerAll();

        assertThat(graph.calls()).hasSize(3);
        assertThat(List.of(first, second, third)).allMatch(GatewayFixture::isSettled);
        assertThat(first.soFar()).isEqualTo(third.soFar());
    }

    @Test
    void cachesARotaForAMinuteAndItsScheduleForTenMinutes() {
        read(team(1));
        time.pass(60_000);
        assertThat(isSettled(fixture.askRota(team(1)))).isTrue();
        assertThat(graph.calls()).hasSize(3);

        time.pass(1);
        fixture.askRota(team(1));
        assertThat(kindsOut()).containsExactly(SHIFTS, TIME_OFF);
        graph.answerAll();

        time.pass(540_000);
        fixture.askRota(team(1));
        assertThat(kindsOut()).containsExactly(SCHEDULE);
    }

    @Test
    void readsAnotherWindowOfTheSameTeamWithoutAskingForItsScheduleAgain() {
        read(team(1));
        time.pass(ShiftsRateLimit.WINDOW.toMillis());
        fixture.gateway.rota(
                fixture.contoso,
                List.of(team(1)),
                MONDAY.plusDays(1),
                MONDAY.plusDays(1),
                time.in(2_000));

        assertThat(kindsOut()).containsExactly(SHIFTS);
    }

    @Test
    void asksNoShiftsOfATeamWithoutASchedule() {
        var teamsRead = fixture.askRota(team(1));
        graph.last().fail(GatewayFixture.NOT_PROVISIONED);
        time.pass(29_999);
        var later = fixture.askRota(team(1));

        assertThat(List.of(teamsRead, later)).allSatisfy(RotaTest::assertNotProvisioned);
        assertThat(graph.calls()).hasSize(1);

        time.pass(1);
        fixture.askRota(team(1));
        assertThat(kindsOut()).containsExactly(SCHEDULE);
    }

    @Test
    void asksForAMissingScheduleAfterPausesUpToTenMinutes() {
        for (int pause : new int[] {30, 60, 120, 240, 480, 600, 600}) {
            fixture.askRota(team(1));
            assertThat(kindsOut()).containsExactly(SCHEDULE);
            graph.last().fail(GatewayFixture.NOT_PROVISIONED);
            time.pass(pause * 1_000L - 1);
            assertNotProvisioned(fixture.askRota(team(1)));
            time.pass(1);
        }
    }

    @Test
    void startsWithThirtySecondsAgainAfterAScheduleWasRead() {
        fixture.askRota(team(1));
        graph.last().fail(GatewayFixture.NOT_PROVISIONED);
        time.pass(30_000);
        read(team(1));
        time.pass(61_000);
        fixture.askRota(team(1));
        graph.calls(SHIFTS).getLast().fail(GatewayFixture.NOT_PROVISIONED);
        graph.answerAll();
        time.pass(29_999);
        assertNotProvisioned(fixture.askRota(team(1)));
        time.pass(1);

        fixture.askRota(team(1));

        assertThat(kindsOut()).containsExactly(SCHEDULE);
    }

    private static void assertNotProvisioned(TeamsRead<UUID, ?> teamsRead) {
        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar().get(team(1)))
                .isEqualTo(new Outcome.Failed<>(GatewayFixture.NOT_PROVISIONED));
    }

    @Test
    @SuppressWarnings("unchecked")
    void takesAScheduleThatIsNotReadyForNoSchedule() {
        var teamsRead = fixture.askRota(team(1));
        ((FakeGraph.Call<Boolean>) graph.last()).reply().complete(false);

        assertThat(teamsRead.soFar())
                .containsEntry(
                        team(1), new Outcome.Failed<>(new GraphFailure.NotProvisioned(null, null)));
    }

    @Test
    void failsATeamAtOnceWhenOneOfItsReadsCannotSucceed() {
        var failure =
                new GraphFailure.PermissionMissing(403, "r", GraphPermission.SCHEDULE_READ_ALL);
        var teamsRead = fixture.askRota(team(1), team(2));
        graph.answer(graph.calls().getFirst());
        graph.calls(SHIFTS).getFirst().fail(failure);

        assertThat(teamsRead.soFar()).containsEntry(team(1), new Outcome.Failed<>(failure));
        assertThat(isSettled(teamsRead)).isFalse();

        graph.answerAll();
        graph.answerAll();
        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar().get(team(2))).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void repeatsOnlyTheReadThatFailed() {
        var teamsRead = fixture.askRota(team(1));
        graph.answerAll();
        graph.calls(TIME_OFF).getFirst().fail(GatewayFixture.UNREACHABLE);
        graph.answer(graph.calls(SHIFTS).getFirst());
        assertThat(isSettled(teamsRead)).isFalse();
        time.pass(50);
        graph.answerAll();

        assertThat(teamsRead.soFar().get(team(1))).isInstanceOf(Outcome.Read.class);
        assertThat(graph.calls()).hasSize(4);
    }

    @Test
    void repeatsNothingForATeamThatHasFailed() {
        fixture.askRota(team(1), team(2));
        graph.answerAll();
        graph.calls(TIME_OFF).getFirst().fail(GatewayFixture.UNREACHABLE);
        graph.calls(SHIFTS).getFirst().fail(new GraphFailure.ConsentMissing(400, "r", 700016));
        time.pass(1_000);

        assertThat(graph.calls()).hasSize(6);
    }

    @Test
    void hasAtMostFourScheduleCallsOfATenantInFlightFirstComeFirstServed() {
        UUID[] teams =
                IntStream.rangeClosed(1, 6).mapToObj(GatewayFixture::team).toArray(UUID[]::new);
        var teamsRead = fixture.askRota(teams);
        assertThat(graph.out()).hasSize(4);

        graph.answer(graph.calls().getFirst());
        assertThat(graph.last().ids()).containsExactly(team(5));

        while (!graph.out().isEmpty()) {
            assertThat(graph.out()).hasSizeLessThanOrEqualTo(4);
            graph.answer(graph.out().getFirst());
        }
        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(graph.calls()).hasSize(18);
    }

    @Test
    void failsAtOnceWhatStillNeedsACallThatRetryAfterForbids() {
        var failure = GatewayFixture.UNREACHABLE;
        var teamsRead = fixture.askRota(team(1), team(2));
        graph.calls().getFirst().fail(failure, time.in(30_000));
        assertThat(teamsRead.soFar()).containsEntry(team(1), new Outcome.Failed<>(failure));
        assertThat(isSettled(teamsRead)).isFalse();

        graph.answerAll();

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar()).containsEntry(team(2), new Outcome.Failed<>(failure));
        assertThat(graph.calls()).hasSize(2);
    }

    @Test
    void withstandsAPortThatAnswersAtOnce() {
        graph.onCall(graph::answer);
        UUID[] teams =
                IntStream.rangeClosed(1, 10).mapToObj(GatewayFixture::team).toArray(UUID[]::new);

        var teamsRead = fixture.askRota(teams);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(teamsRead.soFar()).hasSize(10);
    }

    @Test
    void findsTimeOffThatIsLongerThanTheDaysAroundTheWindow() {
        var leave =
                new RotaSpan(
                        GatewayFixture.account(1),
                        time.instant().minus(Duration.ofDays(90)),
                        time.instant().plus(Duration.ofDays(120)));
        graph.longTimeOff(_ -> new RotaPage(RotaRows.of(List.of(leave)), null));

        var teamsRead = fixture.askRota(team(1));
        graph.answerAll();
        graph.answerAll();

        TeamRota rota = rota(teamsRead);
        assertThat(rota.hasAllTimeOff()).isTrue();
        assertThat(rota.timeOffOf(GatewayFixture.account(1))).containsExactly(leave);
    }

    @Test
    void readsFourHundredDaysAroundTodayAndTheDaysAroundTheWindowLater() {
        read(team(1));
        assertThat(timeOffDays())
                .containsExactly(List.of(MONDAY.minusDays(400), MONDAY.plusDays(400)));

        time.pass(60_001);
        read(team(1));

        assertThat(timeOffDays().getLast())
                .containsExactly(MONDAY.minusDays(62), MONDAY.plusDays(62));
        assertThat(timeOffDays()).hasSize(2);
    }

    @Test
    void readsFourHundredDaysAgainAfterSixHoursWhileWhatIsKnownServes() {
        read(team(1));
        time.pass(Duration.ofHours(6).plusSeconds(1).toMillis());

        var teamsRead = fixture.askRota(team(1));
        graph.answer(graph.calls(SCHEDULE).getLast());
        graph.calls(SHIFTS).forEach(graph::answer);
        graph.answer(
                graph.out().stream()
                        .filter(call -> call.days().contains(MONDAY.minusDays(62)))
                        .findFirst()
                        .orElseThrow());

        assertThat(rota(teamsRead).hasAllTimeOff()).isTrue();
        time.pass(1_100);
        assertThat(timeOffDays())
                .filteredOn(days -> days.contains(MONDAY.minusDays(400)))
                .hasSize(2);
    }

    private List<List<LocalDate>> timeOffDays() {
        return graph.calls(TIME_OFF).stream().map(FakeGraph.Call::days).toList();
    }

    @Test
    void reportsMissingTimeOffAtTheDeadlineForManyPages() {
        List<RotaSpan> leaves = leaves(400, 20);
        graph.longTimeOff(link -> {
            int from = link == null ? 0 : Integer.parseInt(link);
            int to = Math.min(from + 100, leaves.size());
            return new RotaPage(
                    RotaRows.of(leaves.subList(from, to)),
                    to < leaves.size() ? String.valueOf(to) : null);
        });
        var teamsRead = fixture.askRota(team(1));
        for (int i = 0; i < 3; i++) {
            graph.answerAll();
        }
        assertThat(isSettled(teamsRead)).isFalse();

        time.pass(2_000);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(rota(teamsRead).hasAllTimeOff()).isFalse();
        assertThat(rota(teamsRead).missingTimeOff()).isNull();
        time.pass(120_000);
        TeamRota later = rota(read(team(1)));
        assertThat(later.hasAllTimeOff()).isTrue();
        assertThat(later.timeOffOf(GatewayFixture.account(399))).hasSize(20);
        assertThat(fixture.gateway.busyQueues()).isOne();
    }

    @Test
    void namesWhyTimeOffIsMissing() {
        graph.longTimeOff(link -> {
            if (link == null) {
                return new RotaPage(RotaRows.of(List.of()), "1");
            }
            throw new GraphException(
                    new GraphFailure.PermissionMissing(
                            403, "r", GraphPermission.SCHEDULE_READ_ALL));
        });

        var teamsRead = read(team(1));
        graph.answerAll();
        time.pass(1_100);

        assertThat(isSettled(teamsRead)).isTrue();
        assertThat(rota(teamsRead).missingTimeOff())
                .isInstanceOf(GraphFailure.PermissionMissing.class);
    }

    private List<RotaSpan> leaves(int people, int each) {
        return IntStream.range(0, people * each)
                .mapToObj(i ->
                        FakeGraph.span(
                                GatewayFixture.account(i % people),
                                time.instant().plus(Duration.ofDays(i / people))))
                .toList();
    }

    private static TeamRota rota(TeamsRead<UUID, TeamRota> teamsRead) {
        return teamsRead.soFar().get(team(1)) instanceof Outcome.Read<TeamRota> read
                ? read.value()
                : fail("not read");
    }

    private TeamsRead<UUID, TeamRota> read(UUID team) {
        var teamsRead = fixture.askRota(team);
        graph.answerAll();
        graph.answerAll();
        return teamsRead;
    }

    private List<ReadKind> kindsOut() {
        return graph.out().stream().<ReadKind>map(FakeGraph.Call::kind).toList();
    }
}
