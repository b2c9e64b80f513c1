package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.teamsavailability.rules.AvailabilitySource.PSA_ONLY;
import static org.teamsavailability.rules.AvailabilitySource.TEAMS;
import static org.teamsavailability.rules.AvailabilitySource.TEAMS_PARTIAL;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FallbacksTest {

    private static final ReadFailure UNREACHABLE =
            new ReadFailure(Reason.TEAMS_UNREACHABLE, null, 503, "r-1", false);
    private static final ReadFailure THROTTLED = ReadFailure.of(Reason.TEAMS_THROTTLED);
    private static final ReadFailure UNPROVISIONED = ReadFailure.of(Reason.ROTA_NOT_PROVISIONED);

    @Test
    void withEverythingReadThereIsNone() {
        Answer answer = Story.of("anna").working("anna").rotaTeams("T1").rotaIsRead("T1").answer();

        assertThat(answer.source()).isEqualTo(TEAMS);
        assertThat(answer.fallbacks()).isEmpty();
    }

    @Test
    void oneSignalFailingLeavesTheOther() {
        Answer answer =
                Story.of("anna")
                        .working("anna")
                        .rotaTeams("T1")
                        .rotaFails("T1", UNREACHABLE)
                        .answer();

        assertThat(answer.source()).isEqualTo(TEAMS_PARTIAL);
        assertThat(answer.verdicts().getFirst().presence()).isEqualTo(PresenceVerdict.WORKING);
        assertThat(answer.fallbacks())
                .extracting(
                        Fallback::reason,
                        Fallback::signal,
                        Fallback::graphStatus,
                        Fallback::graphRequestId)
                .containsExactly(tuple(Reason.TEAMS_UNREACHABLE, Signal.ROTA, 503, "r-1"));
    }

    @Test
    void aReasonThatBothSignalsMetIsOneEntry() {
        Answer answer =
                Story.of("anna")
                        .presenceFails("anna", UNREACHABLE)
                        .rotaTeams("T1", "T2")
                        .rotaFails("T1", UNREACHABLE)
                        .rotaFails("T2", UNREACHABLE)
                        .answer();

        assertThat(answer.source()).isEqualTo(PSA_ONLY);
        assertThat(answer.fallbacks())
                .extracting(Fallback::reason, Fallback::signal, Fallback::affectedCandidates)
                .containsExactly(tuple(Reason.TEAMS_UNREACHABLE, Signal.BOTH, 1));
    }

    @Test
    void differentReasonsStandInTheOrderOfTheTable() {
        Answer answer =
                Story.of("anna", "ben")
                        .presenceFails("anna", THROTTLED)
                        .working("ben")
                        .rotaTeams("T1", "T2", "T3")
                        .rotaFails("T1", UNPROVISIONED)
                        .rotaFails("T2", missing("Schedule.Read.All"))
                        .rotaFails("T3", UNREACHABLE)
                        .answer();

        assertThat(answer.source()).isEqualTo(TEAMS_PARTIAL);
        assertThat(answer.fallbacks())
                .extracting(Fallback::reason, Fallback::signal, Fallback::affectedCandidates)
                .containsExactly(
                        tuple(Reason.PERMISSION_MISSING, Signal.ROTA, 2),
                        tuple(Reason.TEAMS_UNREACHABLE, Signal.ROTA, 2),
                        tuple(Reason.TEAMS_THROTTLED, Signal.PRESENCE, 1),
                        tuple(Reason.ROTA_NOT_PROVISIONED, Signal.ROTA, 2));
    }

    @Test
    void whatDidNotComeInTimeIsATimeout() {
        Answer answer = Story.of("anna", "ben").working("ben").rotaTeams("T1").answer();

        assertThat(answer.source()).isEqualTo(TEAMS_PARTIAL);
        assertThat(answer.fallbacks())
                .extracting(Fallback::reason, Fallback::signal)
                .containsExactly(tuple(Reason.TEAMS_TIMEOUT, Signal.BOTH));
    }

    @Test
    void aCandidateWhoseRotaIsKnownNonethelessIsNotAffected() {
        Answer answer =
                Story.of("anna", "ben", "cara")
                        .unmapped("cara")
                        .working("anna")
                        .working("ben")
                        .rotaTeams("T1", "T2")
                        .shift("T1", "anna", "08:00/16:00")
                        .rotaFails("T2", UNREACHABLE)
                        .answer();

        assertThat(answer.fallbacks())
                .singleElement()
                .extracting(Fallback::affectedCandidates)
                .isEqualTo(1);
    }

    @Test
    void aCloudWithoutShiftsIsNotAskedForThem() {
        Story story = Story.of("anna").working("anna").rotaTeams("T1").inCloudWithoutShifts();

        assertThat(story.plan(null, false))
                .isInstanceOfSatisfying(
                        Plan.Ask.class, ask -> assertThat(ask.rotaTeams()).isEmpty());
        assertThat(story.answer().source()).isEqualTo(TEAMS_PARTIAL);
        assertThat(story.answer().fallbacks())
                .extracting(Fallback::reason, Fallback::signal, Fallback::affectedCandidates)
                .containsExactly(tuple(Reason.SHIFTS_NOT_IN_THIS_CLOUD, Signal.ROTA, 1));
        assertThat(story.verdict().rota()).isEqualTo(RotaVerdict.NO_SIGNAL);
    }

    @Test
    void aCloudWithoutShiftsCostsNothingWhereNoRotaIsWanted() {
        Story story = Story.of("anna").working("anna").inCloudWithoutShifts();

        assertThat(story.answer().source()).isEqualTo(TEAMS);
        assertThat(story.rotaTeams("T1").mode(DispatchMode.ROUND_ROBIN).answer().source())
                .isEqualTo(TEAMS);
    }

    @Test
    void aMissingPermissionIsNamedInMessageAndRemedy() {
        Answer answer =
                Story.of("anna")
                        .presenceFails("anna", missing("Presence.Read.All"))
                        .rotaTeams("T1")
                        .rotaFails("T1", missing("Schedule.Read.All"))
                        .answer();

        Fallback fallback = answer.fallbacks().getFirst();
        assertThat(fallback.message())
                .contains("the permissions Presence.Read.All and Schedule.Read.All are missing");
        assertThat(fallback.remedy()).contains("Presence.Read.All and Schedule.Read.All");
    }

    @Test
    void ourOwnCredentialsAreForTheOperatorToFix() {
        Answer answer =
                Story.of("anna", "ben")
                        .presenceFails("anna", UNREACHABLE)
                        .presenceFails(
                                "ben",
                                new ReadFailure(Reason.TEAMS_UNREACHABLE, null, 401, "r-2", true))
                        .answer();

        Fallback fallback = answer.fallbacks().getFirst();
        assertThat(fallback.graphStatus()).isEqualTo(401);
        assertThat(fallback.message()).contains("the credentials of Teams Availability itself");
        assertThat(fallback.remedy()).startsWith("The operator of Teams Availability");
    }

    @Test
    void theStatusIsThatOfAReadThatHadOne() {
        Answer answer =
                Story.of("anna", "ben")
                        .presenceFails("anna", ReadFailure.of(Reason.TEAMS_UNREACHABLE))
                        .presenceFails("ben", UNREACHABLE)
                        .answer();

        assertThat(answer.fallbacks().getFirst().graphStatus()).isEqualTo(503);
    }

    @Test
    void everybodyOnABreakMeansNobodyAvailableAndIsNoFallback() {
        Story story = Story.of("anna", "ben").onBreak("anna").onBreak("ben");

        assertThat(story.answer().nobodyAvailable()).isTrue();
        assertThat(story.answer().fallbacks()).isEmpty();
        assertThat(story.working("ben").answer().nobodyAvailable()).isFalse();
        assertThat(Story.of().answer().nobodyAvailable()).isFalse();
    }

    @Test
    void agesCountFromWhatWasReadAndAreNeverNegative() {
        Verdict verdict =
                Story.of("anna")
                        .readAgo(Duration.ofSeconds(-3))
                        .working("anna")
                        .rotaTeams("T1", "T2", "T3")
                        .rotaIsRead("T1")
                        .readAgo(Duration.ofSeconds(42))
                        .rotaIsRead("T2")
                        .rotaFails("T3", UNREACHABLE)
                        .verdict();

        assertThat(verdict.presenceAgeMillis()).isZero();
        assertThat(verdict.rotaAgeMillis()).isEqualTo(42_000);
    }

    @Test
    void whatWasNotReadHasNoAge() {
        Verdict verdict = Story.of("anna").rotaTeams("T1").rotaFails("T1", UNREACHABLE).verdict();

        assertThat(verdict.presenceAgeMillis()).isNull();
        assertThat(verdict.rotaAgeMillis()).isNull();
    }

    private static ReadFailure missing(String permission) {
        return new ReadFailure(Reason.PERMISSION_MISSING, permission, 403, "r-3", false);
    }
}
