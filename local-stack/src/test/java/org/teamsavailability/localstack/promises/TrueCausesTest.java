package org.teamsavailability.localstack.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.FallbackReason;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/** Where Teams was not used, the answer and the fallback topic name the true cause. */
@OnTheStack
class TrueCausesTest {

    private static final int CANDIDATES = 3;

    private final World world;

    TrueCausesTest(World world) {
        this.world = world;
    }

    @Test
    void saysThatAPermissionIsMissingWherePresenceIsForbidden() {
        var desk = world.desk(CANDIDATES);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).status(403);

        var fallback = fallsBack(desk, Reason.PERMISSION_MISSING);

        assertThat(fallback.getGraphStatus()).isEqualTo(403);
        assertThat(fallback.getGraphRequestId()).isEqualTo(lastPresenceRequestId(desk));
    }

    @Test
    void saysThatTheConsentIsRevokedWhereTheTenantRemovedTheApplication() {
        // a tenant that has had no token yet, because tokens stay valid
        var desk = world.strange(CANDIDATES, tenant -> tenant.withConsent(Consent.REVOKED));

        fallsBack(desk, Reason.CONSENT_REVOKED);
    }

    @Test
    void saysThatTeamsIsUnreachableWherePresenceIsUnavailable() {
        var desk = world.desk(CANDIDATES);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).status(503);

        var fallback = fallsBack(desk, Reason.TEAMS_UNREACHABLE);

        assertThat(fallback.getGraphStatus()).isEqualTo(503);
        assertThat(world.microsoft().journal().calls(desk.tenant(), Call.PRESENCE))
                .anyMatch(call -> call.requestId().equals(fallback.getGraphRequestId()));
    }

    @Test
    void saysThatTheTimeRanOutWhereTeamsDoesNotAnswer() {
        var desk = world.desk(CANDIDATES);
        world.microsoft().faults().on(desk.tenant(), Call.PRESENCE).hang();

        fallsBack(desk, Reason.TEAMS_TIMEOUT);
    }

    @Test
    void saysThatTeamsThrottlesAndObeysTheRetryAfter() {
        var desk = world.desk(CANDIDATES);
        world.microsoft()
                .faults()
                .on(desk.tenant(), Call.PRESENCE)
                .throttle(RetryAfter.in(Duration.ofMinutes(10)));

        var fallback = fallsBack(desk, Reason.TEAMS_THROTTLED);
        fallsBack(desk, Reason.TEAMS_THROTTLED);

        assertThat(fallback.getGraphStatus()).isEqualTo(429);
        assertThat(world.microsoft().journal().beforeRetryAfter(desk.tenant())).isZero();
    }

    private FallbackReason fallsBack(Desk desk, Reason reason) {
        var request = desk.request("cause").build();
        var answer = world.ask(request);
        assertPsaOnly(answer, reason);
        await().until(() -> world.fallbacks(request.getRequestId()).size() == 1);
        var fallback = world.fallbacks(request.getRequestId()).getFirst();
        assertThat(fallback.getReason()).isEqualTo(reason);
        assertThat(fallback.getAffectedCandidates()).isEqualTo(CANDIDATES);
        assertThat(fallback.getRemedy()).isNotBlank();
        return fallback;
    }

    private static void assertPsaOnly(CandidateAvailability answer, Reason reason) {
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.PSA_ONLY);
        assertThat(answer.getFallbacks())
                .singleElement()
                .satisfies(it -> assertThat(it.getReason()).isEqualTo(reason));
        assertThat(answer.getCandidates())
                .hasSize(CANDIDATES)
                .noneMatch(it -> it.getBlocked() || it.getPresence() == PresenceVerdict.WORKING);
    }

    private String lastPresenceRequestId(Desk desk) {
        return world.microsoft()
                .journal()
                .calls(desk.tenant(), Call.PRESENCE)
                .getLast()
                .requestId();
    }
}
