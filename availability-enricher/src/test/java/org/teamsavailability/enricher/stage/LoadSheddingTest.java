package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadSheddingTest {

    private long lag = 10_000;
    private final LoadShedding shedding = new LoadShedding(Duration.ofSeconds(2), () -> lag);
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void shedsHalfLateRequestsOnceOnlyLateOnesWereTakenForTwoSeconds() {
        assertThat(sheds(2_500)).isFalse();
        now = now.plusMillis(1_999);
        assertThat(sheds(2_500)).isFalse();
        now = now.plusMillis(1);

        assertThat(sheds(2_500)).isTrue();
        assertThat(sheds(1_001)).isTrue();
        assertThat(sheds(1_000)).isFalse();
    }

    @Test
    void shedsNothingOfAShortBurst() {
        sheds(2_500);
        sheds(1_900);
        now = now.plusSeconds(2);

        assertThat(sheds(2_500)).isFalse();
    }

    @Test
    void shedsNothingForASendersWrongClock() {
        lag = 499;
        sheds(60_000);
        now = now.plusSeconds(60);

        assertThat(sheds(60_000)).isFalse();
    }

    @Test
    void keepsRequestsThatSayWhenToRespond() {
        fallBehind();

        assertThat(shedding.sheds(request(2_500, now.plusSeconds(10)))).isFalse();
    }

    @Test
    void shedsNothingMoreOnceTheStageHasCaughtUp() {
        fallBehind();

        assertThat(sheds(500)).isFalse();
        assertThat(sheds(1_500)).isFalse();
    }

    private void fallBehind() {
        sheds(2_500);
        now = now.plusSeconds(2);
        assertThat(sheds(2_500)).isTrue();
    }

    private boolean sheds(long ageMillis) {
        return shedding.sheds(request(ageMillis, null));
    }

    private AcceptedRequest request(long ageMillis, @Nullable Instant respondBy) {
        var request = Requests.request("r1", "desk", "t1", respondBy);
        return new AcceptedRequest(
                new byte[0], now.minusMillis(ageMillis), Map.of(), request, now, Span.getInvalid());
    }
}
