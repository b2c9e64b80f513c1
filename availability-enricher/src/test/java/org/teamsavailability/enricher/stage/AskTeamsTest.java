package org.teamsavailability.enricher.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.stage.Requests.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class AskTeamsTest {

    private final StageStory story = new StageStory();

    @Test
    void answersAtOnceWhatNeedsNoTeams() {
        story.dispatches.needsNoTeams("r1");

        story.accept(request("r1", "desk", "t1"));

        assertThat(story.answers()).containsExactly("r1: without asking");
        assertThat(story.pending()).isZero();
    }

    @Test
    void answersWhenTheOutcomesAreThere() {
        story.accept(request("r1", "desk", "t1"));
        story.tick();
        assertThat(story.answers()).isEmpty();
        assertThat(story.pending()).isEqualTo(1);

        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with outcomes");
        assertThat(story.pending()).isZero();
    }

    @Test
    void asksAgainForWhatGotTooOldBeforeItDecides() {
        story.accept(request("r1", "desk", "t1"));
        story.dispatches.isOutdated("r1");
        story.dispatches.complete("r1");
        story.tick();
        assertThat(story.answers()).isEmpty();
        assertThat(story.dispatches.askedAgainFor("r1")).isEqualTo(story.now());

        story.dispatches.complete("r1");
        story.tick();

        assertThat(story.answers()).containsExactly("r1: with outcomes");
    }

    @Test
    void asksAgainASecondBeforeTheDeadlineForWhatWillBeTooOldThen() {
        var deadline = story.now().plusSeconds(20);
        story.accept(request("r1", "desk", "t1", deadline));
        story.advance(Duration.ofMillis(18_990));
        story.dispatches.isOutdated("r1");

        story.advance(Duration.ofMillis(10));

        assertThat(story.dispatches.askedAgainFor("r1")).isEqualTo(deadline);
        assertThat(story.answers()).isEmpty();
        story.advance(Duration.ofSeconds(1));
        assertThat(story.answers()).containsExactly("r1: with what is known");
    }

    @Test
    void answersWhereAskingAgainIsADefect() {
        story.accept(request("r1", "desk", "t1"));
        story.dispatches.defectIn("ask again");
        story.dispatches.complete("r1");

        story.tick();

        assertThat(story.answers()).containsExactly("r1: failed");
    }

    @Test
    void answersOneRequestWhileItTakesTheNext() {
        story.accept(request("r1", "desk", "t1"));
        story.dispatches.complete("r1");

        story.accept(request("r2", "desk", "t2"));

        assertThat(story.answers()).containsExactly("r1: with outcomes");
    }

    @Test
    void answersTwoTicksBeforeTheDeadlineWithWhatIsKnown() {
        story.accept(request("r1", "desk", "t1"));

        story.advance(Duration.ofMillis(1_989));
        assertThat(story.answers()).isEmpty();
        story.advance(Duration.ofMillis(1));

        assertThat(story.answers()).containsExactly("r1: with what is known");
    }

    @Test
    void answersOnceWhenTheOutcomesComeAfterTheDeadline() {
        story.accept(request("r1", "desk", "t1"));
        story.advance(Duration.ofSeconds(2));

        story.dispatches.complete("r1");
        story.advance(Duration.ofSeconds(1));

        assertThat(story.answers()).hasSize(1);
    }

    @Test
    void honoursRespondByUpToThirtySeconds() {
        story.accept(request("r1", "desk", "t1", story.now().plusMillis(300)));
        story.accept(request("r2", "desk", "t2", story.now().plusSeconds(3_600)));

        assertThat(story.dispatches.deadlineOf("r1")).isEqualTo(story.now().plusMillis(300));
        assertThat(story.dispatches.deadlineOf("r2")).isEqualTo(story.now().plusSeconds(30));
    }

    @Test
    void doesNotAskForARequestWhoseRespondByIsPast() {
        story.accept(request("r1", "desk", "t1", story.now().minusMillis(1)));

        assertThat(story.dispatches.wasExpired("r1")).isTrue();
        assertThat(story.dispatches.askedInOrder()).isEmpty();
        assertThat(story.answers()).containsExactly("r1: without asking");
    }

    @Test
    void carriesKeyAndTraceContextToTheAnswer() {
        var headers = new RecordHeaders();
        headers.add("traceparent", "00-abc-def-01".getBytes(StandardCharsets.UTF_8));
        headers.add("other", new byte[] {1});
        story.accept(request("r1", "désk", "t1"), headers);
        story.crashAndRestart();

        story.dispatches.complete("r1");
        story.advance(Duration.ofMillis(40));

        var record = story.lastRecord();
        assertThat(record.key()).isEqualTo("désk".getBytes(StandardCharsets.UTF_8));
        assertThat(record.timestamp()).isEqualTo(story.clock.millis());
        assertThat(record.headers().toArray()).hasSize(1);
        assertThat(record.headers().lastHeader("traceparent").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("00-abc-def-01");
    }

    @Test
    void asksForACommitOnceSomethingIsAnsweredAndNotAgainWithinThePause() {
        story.dispatches.needsNoTeams("r1");
        story.dispatches.needsNoTeams("r2");

        story.accept(request("r1", "desk", "t1"));
        assertThat(story.context.committed()).isTrue();
        story.context.resetCommit();
        story.accept(request("r2", "desk", "t2"));
        assertThat(story.context.committed()).isFalse();
        story.advance(Duration.ofMillis(15));

        assertThat(story.context.committed()).isTrue();
        assertThat(story.tickers()).isZero();
    }

    @Test
    void ticksOnlyWhileSomethingWaits() {
        assertThat(story.tickers()).isZero();
        story.accept(request("r1", "desk", "t1"));
        story.accept(request("r2", "desk", "t2"));
        assertThat(story.tickers()).isEqualTo(1);

        story.dispatches.complete("r1");
        story.advance(Duration.ofMillis(20));
        assertThat(story.tickers()).isEqualTo(1);
        story.dispatches.complete("r2");
        story.advance(Duration.ofMillis(20));

        assertThat(story.tickers()).isZero();
    }

    @Test
    void closesWithoutAnsweringPendingRequests() {
        story.accept(request("r1", "desk", "t1"));
        story.dispatches.complete("r1");

        story.stage.close();

        assertThat(story.answers()).isEmpty();
        assertThat(story.pending()).isEqualTo(1);
        assertThat(story.tickers()).isZero();
    }

    @Test
    void answersADefectAsFailedAndContinues() {
        for (String step : new String[] {"open", "ask", "decide"}) {
            story.dispatches.defectIn(step);
            story.accept(request(step, "desk", step));
            story.advance(Duration.ofSeconds(2));
        }
        story.dispatches.defectIn("nothing");
        story.dispatches.needsNoTeams("r1");
        story.accept(request("r1", "desk", "t1"));

        assertThat(story.answers())
                .containsExactly(
                        "open: failed", "ask: failed", "decide: failed", "r1: without asking");
    }
}
