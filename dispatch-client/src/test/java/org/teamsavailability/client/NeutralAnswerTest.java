package org.teamsavailability.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.client.Requests.request;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.schemas.AvailabilitySource;
import org.teamsavailability.schemas.CandidateVerdict;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.RotaVerdict;

class NeutralAnswerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

    @Test
    void blocksNobodyAndPrefersNobody() {
        var answer = NeutralAnswer.of(request("r", NOW.minusSeconds(1)), NOW);

        assertThat(answer.getRequestId()).isEqualTo("r");
        assertThat(answer.getServiceDeskId()).isEqualTo(Requests.DESK);
        assertThat(answer.getTicketId()).isEqualTo("T-r");
        assertThat(answer.getSource()).isEqualTo(AvailabilitySource.PSA_ONLY);
        assertThat(answer.getFallbacks()).isEmpty();
        assertThat(answer.getNobodyAvailable()).isFalse();
        assertThat(answer.getLate()).isTrue();
        assertThat(answer.getDecidedAt()).isEqualTo("2026-03-02T09:00:00.123Z");
        assertThat(answer.getCandidates())
                .extracting(CandidateVerdict::getTechnicianId)
                .containsExactly("anna", "bert");
        assertThat(answer.getCandidates())
                .allSatisfy(verdict -> {
                    assertThat(verdict.getBlocked()).isFalse();
                    assertThat(verdict.getPreference()).isEqualTo(Preference.NEUTRAL);
                    assertThat(verdict.getPresence()).isEqualTo(PresenceVerdict.NOT_CONSULTED);
                    assertThat(verdict.getRota()).isEqualTo(RotaVerdict.NOT_CONSULTED);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "          , 2026-03-02T09:00:03Z",
        "2026-03-02T09:00:05Z, 2026-03-02T09:00:06Z",
        "2026-03-02T08:00:00Z, 2026-03-02T09:00:01Z",
        "2026-03-02T12:00:00Z, 2026-03-02T09:00:31Z"
    })
    void comesASecondAfterTheAnswerIsDue(Instant respondBy, Instant deadline) {
        assertThat(Deadlines.of(request("r", respondBy), Instant.parse("2026-03-02T09:00:00Z")))
                .isEqualTo(deadline);
    }
}
