package org.teamsavailability.operations.fallbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Reason;

class RatesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final Rates rates = new Rates();

    @Test
    void countsEachReasonInTheLastMinutesTheMostFrequentFirst() {
        came(Reason.TEAMS_THROTTLED, 30);
        came(Reason.CONSENT_REVOKED, 59);
        came(Reason.CONSENT_REVOKED, 120);
        came(Reason.CONSENT_REVOKED, 3_000);
        came(Reason.CONSENT_REVOKED, 3_700);

        assertThat(rates.table(NOW))
                .containsExactly(
                        "LAST 1 MIN  5 MIN  60 MIN  REASON",
                        "1           2      3       CONSENT_REVOKED",
                        "1           1      1       TEAMS_THROTTLED");
    }

    @Test
    void saysThatThereWereNone() {
        assertThat(rates.table(NOW))
                .containsExactly(
                        "LAST 1 MIN  5 MIN  60 MIN  REASON", "0           0      0       (none)");
    }

    private void came(Reason reason, int secondsAgo) {
        rates.add(reason, NOW.minusSeconds(secondsAgo));
    }
}
