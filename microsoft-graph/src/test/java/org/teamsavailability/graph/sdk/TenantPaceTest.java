package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.graph.GraphFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Throttled;

class TenantPaceTest {

    private static final int SMALLEST_TENANT = 3_500;

    private final TestTime time = new TestTime();
    private final TenantPace pace = new TenantPace(time, time);

    private Patience patience() {
        return new Patience(Duration.ofMinutes(5), time);
    }

    private static Response reply(int status, String header, String value) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .message("")
                .code(status)
                .header(header, value)
                .build();
    }

    @Test
    void staysBelowTheLimitOfTheSmallestTenantInAnyTenSeconds() throws Exception {
        var asked = new ArrayDeque<Instant>();
        for (int i = 0; i < 5_000; i++) {
            pace.await(2, patience());
            var now = time.instant();
            asked.addLast(now);
            while (!asked.getFirst().isAfter(now.minusSeconds(10))) {
                asked.removeFirst();
            }
            assertThat(asked.size() * 2).isLessThanOrEqualTo(2_500).isLessThan(SMALLEST_TENANT);
        }
    }

    @Test
    void readsTheMembersOfFiveHundredTeamsInThreeSeconds() throws Exception {
        for (int i = 0; i < 500; i++) {
            pace.await(2, patience());
        }
        assertThat(time.passed()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void asksNobodyBeforeTheLatestMomentThatMicrosoftNamed() throws Exception {
        pace.close(new Throttled(429, null, NOW.plusSeconds(30)));
        pace.close(new Throttled(429, null, NOW.plusSeconds(10)));
        pace.await(1, patience());
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void obeysTheRetryAfterOfAnyFailure(int status) throws Exception {
        pace.saw(reply(status, "Retry-After", "7"));
        pace.await(1, patience());
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void givesUpAtOnceWhereItWouldHaveToWaitLongerThanItMay() {
        var throttled = new Throttled(429, "id", NOW.plusSeconds(301));
        pace.close(throttled);
        assertThatThrownBy(() -> pace.await(1, patience()))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.failure()).isEqualTo(throttled));
        assertThat(time.passed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.8,0", "0.85,500", "1.0,2000", "1.8,10000", "99,10000", "NaN,0", "many,0"})
    void slowsDownByWhatIsUsedBeyondEightyPercent(String used, long millis) throws Exception {
        pace.saw(reply(200, "x-ms-throttle-limit-percentage", used));
        pace.await(1, patience());
        assertThat(time.passed().toMillis()).isBetween(Math.max(0, millis - 1), millis);
    }
}
