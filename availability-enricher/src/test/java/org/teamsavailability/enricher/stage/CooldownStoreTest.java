package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.NotBefore;

/** What Microsoft must not be called for survives a restart. */
class CooldownStoreTest {

    private final StageStory story = new StageStory();

    @Test
    void tellsTheNextStageBeforeItAsks() {
        story.accept(request("r1", "desk", "t1"));
        NotBefore cooldown = cooldown("PRESENCE", null, story.now().plusSeconds(60));
        story.dispatches.close(cooldown);
        story.tick();

        story.crashAndRestart();

        assertThat(story.dispatches.known()).containsExactly(cooldown);
    }

    @Test
    void commitsACooldownThatStartsAfterTheLastAnswer() {
        story.accept(request("r1", "desk", "t1"));
        story.dispatches.asking(true);
        story.advance(Duration.ofSeconds(2));
        story.tick();
        assertThat(story.pending()).isZero();
        assertThat(story.tickers()).isOne();
        story.context.resetCommit();

        story.dispatches.close(cooldown("SHIFTS", "team", story.now().plusSeconds(60)));
        story.dispatches.asking(false);
        story.advance(Duration.ofMillis(500));
        story.advance(Duration.ofMillis(20));

        assertThat(story.cooldowns.approximateNumEntries()).isOne();
        assertThat(story.context.committed()).isTrue();
        assertThat(story.tickers()).isZero();
    }

    @Test
    void keepsTheLaterTimeOfEachPart() {
        Instant later = story.now().plusSeconds(60);
        story.accept(request("r1", "desk", "t1"));
        story.dispatches.close(cooldown("SHIFTS", null, later));
        story.dispatches.close(cooldown("SHIFTS", null, story.now().plusSeconds(5)));
        story.dispatches.close(cooldown("SHIFTS", "team", story.now().plusSeconds(5)));
        story.tick();

        story.crashAndRestart();

        assertThat(story.dispatches.known())
                .extracting(NotBefore::getNotBefore)
                .containsExactlyInAnyOrder(later, story.now().plusSeconds(5));
    }

    @Test
    void dropsACooldownAnHourAfterItsEnd() {
        story.accept(request("r1", "desk", "t1"));
        story.dispatches.close(cooldown("PRESENCE", null, story.now().plusSeconds(1)));
        story.tick();
        story.advance(Duration.ofMinutes(61));

        story.dispatches.close(cooldown("SHIFTS", null, story.now().plusSeconds(1)));
        story.accept(request("r2", "desk", "t2"));

        assertThat(story.cooldowns.approximateNumEntries()).isOne();
    }

    private static NotBefore cooldown(String workload, @Nullable String team, Instant until) {
        return NotBefore.newBuilder()
                .setCloud("GLOBAL")
                .setMicrosoftTenantId("tenant")
                .setWorkload(workload)
                .setTeamId(team)
                .setNotBefore(until)
                .setThrottled(true)
                .setGraphStatus(429)
                .build();
    }
}
