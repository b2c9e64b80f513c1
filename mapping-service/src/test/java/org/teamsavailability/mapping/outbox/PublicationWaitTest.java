package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.outbox.PublicationWait.Progress;

class PublicationWaitTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private final List<Progress> words = new ArrayList<>();
    private Instant now = BEGIN;

    @Test
    void isOverAtOnceWhereNothingIsMarked() {
        assertThat(end(null, _ -> 0)).isEqualTo(new Progress(0, 0, false));
        assertThat(now).isEqualTo(BEGIN);
    }

    @Test
    void waitsForMarksThatComeDueLater() {
        var last = BEGIN.plusSeconds(25);

        var end = end(last, passed -> passed.compareTo(Duration.ofSeconds(25)) < 0 ? 10 : 0);

        assertThat(end).isEqualTo(new Progress(10, 0, true));
        assertThat(now).isEqualTo(last);
    }

    @Test
    void saysEveryTenSecondsHowFarItIs() {
        var end = end(BEGIN, passed -> (int) Math.max(0, 100 - 4 * passed.toSeconds()));

        assertThat(end.left()).isZero();
        assertThat(words).containsExactly(new Progress(100, 60, true), new Progress(100, 20, true));
    }

    @Test
    void givesUpWhereNothingIsPublished() {
        assertThat(end(BEGIN, _ -> 7)).isEqualTo(new Progress(7, 7, false));
        assertThat(now).isEqualTo(BEGIN.plus(STANDSTILL));
    }

    @Test
    void givesUpAfterAStandstillInBetween() {
        assertThat(end(BEGIN, passed -> passed.toSeconds() < 20 ? 7 : 3))
                .isEqualTo(new Progress(7, 3, true));
        assertThat(now).isEqualTo(BEGIN.plusSeconds(20).plus(STANDSTILL));
    }

    @Test
    void saysThatItMovesWhereMoreIsMarkedMeanwhileThanIsPublished() {
        assertThat(end(BEGIN, passed -> passed.isZero() ? 100 : passed.toSeconds() < 5 ? 135 : 130))
                .isEqualTo(new Progress(100, 100, true));
        assertThat(now).isEqualTo(BEGIN.plusSeconds(5).plus(STANDSTILL));
    }

    @Test
    void waitsTheLongerTheMoreIsMarked() {
        int marks = 100_000;
        var last = BEGIN.plusSeconds(50);

        var end = end(last, passed -> marks - (int) passed.toSeconds());

        assertThat(end.left()).isPositive();
        assertThat(now).isEqualTo(last.plusSeconds(60 + 500));
    }

    private Progress end(@Nullable Instant last, ToIntFunction<Duration> leftAfter) {
        var outstanding =
                new Unpublished() {
                    @Override
                    public @Nullable Instant lastDueAt() {
                        return last;
                    }

                    @Override
                    public int dueUntil(Instant time) {
                        assertThat(time).isEqualTo(last);
                        return leftAfter.applyAsInt(Duration.between(BEGIN, now));
                    }
                };
        return new PublicationWait(STANDSTILL, new Now(), pause -> now = now.plus(pause))
                .end(outstanding, words::add);
    }

    private final class Now extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
