package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.schemas.PresenceVerdict.WORKING;
import static org.teamsavailability.systemtests.promises.Answers.fallback;
import static org.teamsavailability.systemtests.promises.Answers.presence;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.simulator.dataset.Consent;

/** A consent that the tenant revokes is noticed at the next use, and published. */
@OnTheWholeStack
class LostConsentTest {

    /** Less than what a client wants to have left, so that each call asks for a new one. */
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final WholeStack stack;

    LostConsentTest(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void publishesThatConsentWasRevokedAfterTheNextDispatchAndThatItIsBack() {
        stack.microsoft().conditions(now -> now.withTokenLifetime(SHORT));
        var desk = stack.desk().setUp(1);
        stack.awaitAnswer(desk, presence(WORKING), "tech-1");

        stack.microsoft().alter(desk.tenant(), tenant -> tenant.withConsent(Consent.REVOKED));

        assertThat(stack.ask(desk.request(List.of("tech-1"))))
                .matches(fallback(Reason.CONSENT_REVOKED));
        awaitPublished(desk, "REVOKED");
        assertThat(desk.connection().get("consent").asString()).isEqualTo("REVOKED");

        desk.connect();

        awaitPublished(desk, "GRANTED");
        assertThat(desk.connection().get("consent").asString()).isEqualTo("GRANTED");
        stack.awaitAnswer(desk, presence(WORKING), "tech-1");
    }

    private void awaitPublished(ServiceDesk desk, String consent) {
        await().atMost(WholeStack.PATIENCE)
                .untilAsserted(() ->
                        assertThat(PublishedRows.published(stack).connections().get(desk.id()))
                                .contains(consent));
    }
}
