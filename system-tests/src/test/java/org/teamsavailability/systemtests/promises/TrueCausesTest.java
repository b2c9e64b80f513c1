package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.systemtests.promises.Cause.Asked;

/** Where Teams was not used, the answer and the fallback topic name the true cause. */
@OnTheStack
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = SharedStack.CREDENTIALS, mode = ResourceAccessMode.READ)
class TrueCausesTest {

    /** What a workflow wants itself is nothing that operations have to know. */
    private static final Set<Reason> NOT_FOR_OPERATIONS =
            EnumSet.of(Reason.TOGGLE_OFF, Reason.IGNORED_BY_INSTRUCTION);

    /** A running enricher has no defect to show; the tests of its topology plant one. */
    private static final Set<Reason> NOT_FROM_OUTSIDE =
            EnumSet.of(Reason.UNKNOWN, Reason.INTERNAL_ERROR);

    private final World world;

    TrueCausesTest(World world) {
        this.world = world;
    }

    static Stream<Cause> causes() {
        return Causes.all();
    }

    @Test
    void knowsAWayToEveryReason() {
        assertThat(causes().map(Cause::reason).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.copyOf(NOT_FROM_OUTSIDE)));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void namesTheTrueCauseInTheAnswerAndToOperations(Cause cause) {
        var asked = cause.plot().apply(world);
        long before = calls(asked.desk());

        var answer = world.ask(asked.request());

        if (!cause.calls()) {
            assertThat(calls(asked.desk())).isEqualTo(before);
        }
        assertAnswer(cause, answer);
        if (NOT_FOR_OPERATIONS.contains(cause.reason())) {
            assertNoFallback(asked);
        } else {
            assertFallback(cause, answer, onlyFallback(asked));
        }
    }

    private static void assertAnswer(Cause cause, CandidateAvailability answer) {
        assertThat(answer.getFallbacks()).hasSize(1);
        var fallback = answer.getFallbacks().getFirst();
        assertThat(fallback.getReason()).isEqualTo(cause.reason());
        assertThat(fallback.getSignal()).isEqualTo(cause.signal());
        assertThat(fallback.getRemedy()).isNotBlank();
        var text = fallback.getMessage() + " " + fallback.getRemedy();
        assertThat(cause.says()).allMatch(text::contains);
        assertThat(cause.saysNot()).noneMatch(text::contains);
        assertThat(answer.getSource()).isEqualTo(cause.source());
        assertThat(answer.getCandidates())
                .hasSize(Cause.CANDIDATES)
                .noneMatch(it -> it.getBlocked() || it.getPreference() == Preference.PREFERRED);
    }

    private void assertFallback(
            Cause cause, CandidateAvailability answer, FallbackReason fallback) {
        var inAnswer = answer.getFallbacks().getFirst();
        assertThat(fallback.getReason()).isEqualTo(inAnswer.getReason());
        assertThat(fallback.getSignal()).isEqualTo(inAnswer.getSignal());
        assertThat(fallback.getMessage()).isEqualTo(inAnswer.getMessage());
        assertThat(fallback.getRemedy()).isEqualTo(inAnswer.getRemedy());
        assertThat(fallback.getServiceDeskId()).isEqualTo(answer.getServiceDeskId());
        assertThat(fallback.getTicketId()).isEqualTo(answer.getTicketId());
        assertThat(fallback.getOccurredAt()).isEqualTo(answer.getDecidedAt());
        assertThat(fallback.getAffectedCandidates()).isEqualTo(Cause.CANDIDATES);
        assertThat(fallback.getGraphStatus()).isEqualTo(cause.graphStatus());
        if (cause.graphStatus() == null) {
            assertThat(fallback.getGraphRequestId()).isNull();
        } else {
            assertThat(requestIds(cause.graphStatus())).contains(fallback.getGraphRequestId());
        }
    }

    private List<String> requestIds(int status) {
        return world.microsoft().journal().calls().stream()
                .filter(call -> call.status() == status)
                .map(call -> call.requestId())
                .toList();
    }

    private FallbackReason onlyFallback(Asked asked) {
        var id = asked.request().getRequestId();
        await().until(() -> !world.fallbacks(id).isEmpty());
        assertThat(world.fallbacks(id)).hasSize(1);
        return world.fallbacks(id).getFirst();
    }

    /** A later fallback of the same desk is there, so an earlier one would be. */
    private void assertNoFallback(Asked asked) {
        var later = asked.desk().request("later").setCandidates(List.of()).build();
        world.ask(later);
        await().until(() -> !world.fallbacks(later.getRequestId()).isEmpty());
        assertThat(world.fallbacks(asked.request().getRequestId())).isEmpty();
    }

    private long calls(Desk desk) {
        return Stream.of(Call.values())
                .mapToLong(call -> world.microsoft().journal().count(desk.tenant(), call))
                .sum();
    }
}
