package org.teamsavailability.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the candidates of one valid question would work, as seen at one instant. */
final class Slots {

    private static final Duration AFTER_THE_LATEST = Duration.ofHours(24);

    private final DispatchQuestion question;
    private final Instant now;
    private final Instant earliestStart;
    private final Instant latestEnd;

    Slots(DispatchQuestion question, Instant now) {
        this.question = question;
        this.now = now;
        List<Span> all = question.candidates().stream().map(this::of).toList();
        earliestStart = Collections.min(all, Comparator.comparing(Span::start)).start();
        latestEnd = Collections.max(all, Comparator.comparing(Span::end)).end();
    }

    /** A candidate's own slot, else the request's, else now. */
    Span of(Candidate candidate) {
        Slot own = candidate.proposedSlot();
        Slot slot = own != null ? own : question.proposedSlot();
        return slot == null ? new Span(now, now) : span(slot.start(), slot.end());
    }

    /** Where a shift counts as being on the rota; one for all candidates. */
    Span planningWindow() {
        Slot window = question.planningWindow();
        Instant defaultEnd = latestEnd.plus(AFTER_THE_LATEST);
        if (window == null) {
            return new Span(earlier(now, earliestStart), defaultEnd);
        }
        Instant end = window.end() != null ? window.end() : defaultEnd;
        return new Span(window.start(), later(window.start(), end));
    }

    /** The planning window and every slot: a slot may lie outside of a window that was named. */
    Span toBeKnown() {
        Span window = planningWindow();
        return new Span(earlier(window.start(), earliestStart), later(window.end(), latestEnd));
    }

    private static Span span(Instant start, @Nullable Instant end) {
        return new Span(start, end != null ? end : start);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
