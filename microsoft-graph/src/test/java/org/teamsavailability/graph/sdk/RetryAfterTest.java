package org.teamsavailability.graph.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.graph.GraphFixture.CLOCK;
import static org.teamsavailability.graph.GraphFixture.CONTOSO;
import static org.teamsavailability.graph.GraphFixture.NOW;
import static org.teamsavailability.graph.GraphFixture.TEAM;
import static org.teamsavailability.graph.GraphFixture.failure;
import static org.teamsavailability.graph.GraphFixture.settings;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Throttled;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.RetryTime;
import org.teamsavailability.graph.ScriptedMicrosoft;
import org.teamsavailability.graph.ScriptedMicrosoft.Reply;

/** {@code Retry-After} counts whatever the status that it comes with. */
@Tag("slow")
class RetryAfterTest {

    private final ScriptedMicrosoft microsoft = new ScriptedMicrosoft();
    private final MicrosoftGraph graph =
            MicrosoftGraph.connect(settings(microsoft.registration()), CLOCK);

    @AfterEach
    void close() {
        graph.close();
        microsoft.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 429, 500, 502, 503, 504})
    void namesTheMomentOfTheNextCallOfGraph(int status) {
        microsoft.graph(Reply.json(status, "{}").with("Retry-After", "8"));

        assertThat(retryTime(presences())).isEqualTo(new RetryTime(NOW.plusSeconds(8), false));
        assertThat(retryTime(schedule())).isEqualTo(new RetryTime(NOW.plusSeconds(8), false));
        assertThat(microsoft.reads()).hasSize(2);
    }

    @Test
    void isNotMadeUpWhereTheHeaderIsMissingOrUnreadable() {
        microsoft.graph(Reply.json(503, "{}"));
        assertThat(retryTime(presences())).isNull();
        microsoft.graph(Reply.json(503, "{}").with("Retry-After", "soon"));
        assertThat(retryTime(presences())).isNull();
        microsoft.graph(Reply.json(429, "{}"));
        assertThat(retryTime(presences())).isEqualTo(new RetryTime(NOW.plusSeconds(5), false));
    }

    @Test
    void keepsEveryReadFromTheLoginServiceUntilThen() {
        microsoft.login(_ -> Reply.json(503, "{}").with("Retry-After", "8"));

        assertThat(retryTime(presences())).isEqualTo(new RetryTime(NOW.plusSeconds(8), true));
        assertThat(retryTime(schedule())).isEqualTo(new RetryTime(NOW.plusSeconds(8), true));
        assertThat(failure(schedule())).isEqualTo(new Unreachable(503, null));

        assertThat(microsoft.logins()).hasSize(1);
        assertThat(microsoft.reads()).isEmpty();
    }

    @Test
    void keepsReadsFromALoginServiceThatThrottlesWithoutSayingHowLong() {
        microsoft.login(_ -> Reply.aadsts(500, 90055));

        assertThat(failure(presences())).isInstanceOf(Throttled.class);
        assertThat(failure(schedule())).isInstanceOf(Throttled.class);

        assertThat(microsoft.logins()).hasSize(1);
    }

    private CompletionStage<?> presences() {
        return graph.port().presences(CONTOSO, List.of(TEAM));
    }

    private CompletionStage<?> schedule() {
        return graph.port().scheduleProvisioned(CONTOSO, TEAM);
    }

    private static @Nullable RetryTime retryTime(CompletionStage<?> read) {
        try {
            throw new AssertionError("It succeeded: " + read.toCompletableFuture().join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof GraphException known) {
                return known.retryTime();
            }
            throw e;
        }
    }
}
