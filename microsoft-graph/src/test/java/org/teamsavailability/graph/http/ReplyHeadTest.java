package org.teamsavailability.graph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyHeadTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Instant notBefore(@Nullable String retryAfter) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new ReplyHead(429, null, retryAfter).throttled(clock).notBefore();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10                            | PT10S",
                " 10                           | PT10S",
                "0                             | PT0S",
                "2.128                         | PT2.128S",
                "600                           | PT10M",
                "9999999999                    | PT9999999999S",
                "Mon, 02 Mar 2026 09:01:00 GMT | PT1M",
                "Mon, 02 Mar 2026 08:59:00 GMT | PT5S",
                "-1                            | PT5S",
                "soon                          | PT5S",
                "''                            | PT5S",
                "1e9                           | PT5S",
                "                              | PT5S"
            })
    void waitsAsLongAsRetryAfterSays(@Nullable String header, Duration wait) {
        assertThat(notBefore(header)).isEqualTo(NOW.plus(wait));
    }

    @Property
    void readsNoRetryAfterAsAMomentThatIsPast(@ForAll String header) {
        assertThat(notBefore(header)).isAfterOrEqualTo(NOW);
    }
}
