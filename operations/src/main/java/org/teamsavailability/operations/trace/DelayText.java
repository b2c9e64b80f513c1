package org.teamsavailability.operations.trace;

import java.time.Instant;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.operations.trace.RequestHistory.Unseen;
import org.teamsavailability.schemas.PendingRequest;

/** Why a request has no answer yet, and what to do. */
final class DelayText {

    private final TraceLines lines;
    private final Instant now;

    DelayText(TraceLines lines, Instant now) {
        this.lines = lines;
        this.now = now;
    }

    void waiting(FoundRecord<PendingRequest> record) {
        var pending = record.value();
        if (pending == null) {
            return;
        }
        var until = WaitingUntil.of(pending);
        lines.say("waiting", "since " + pending.getTakenAt() + ", when an enricher took it");
        lines.say(
                "",
                "until %s at the latest (%s)"
                        .formatted(
                                until.deadline(),
                                until.ofRequest()
                                        ? "its respondBy"
                                        : "the enricher's limit, unless it is configured"));
        lines.say("", "according to the enricher's committed state, " + record.topic());
        if (until.deadline().isBefore(now)) {
            lines.say(
                    "",
                    "That time has passed. The enricher that took it was stopped or hangs: it is"
                            + " answered when its partition %d is processed again."
                                    .formatted(record.partition()));
        }
    }

    void notTaken(long before) {
        lines.say(
                "not taken",
                before == 0
                        ? "It is the next of its partition. An enricher that runs takes it within"
                                + " a second."
                        : "%s of its partition %s before it. An enricher has to take these first."
                                .formatted(
                                        TraceLines.count(before, "record"),
                                        before == 1 ? "is" : "are"));
    }

    void dead(DeadLetter letter) {
        lines.say(
                "dead letter", letter.at() + "  " + letter.record().topic() + " " + letter.place());
        lines.say("", letter.exception() + ": " + letter.message());
        var obstacle = letter.obstacle();
        if (obstacle == null) {
            lines.say("", "To send it again, when its cause is fixed:");
            lines.command(
                    "dead-letters resend --topic %s --offsets %s"
                            .formatted(letter.pile().topic(), letter.place()));
        } else {
            lines.say("", "It cannot be sent again: it " + obstacle + ".");
        }
    }

    void unexplained(Unseen unseen) {
        switch (unseen) {
            case NOTHING ->
                    lines.say(
                            "no answer",
                            "An enricher took it. It does not wait, and there is neither an answer"
                                    + " nor a dead letter. If it is older than a minute, report"
                                    + " this with the enricher's log of that time.");
            case PENDING ->
                    lines.say(
                            "no answer",
                            "An enricher took it, and there is no answer yet. It may wait: the"
                                    + " enricher's changelog of waiting requests cannot be read"
                                    + " with this user or this release.");
            case TAKEN ->
                    lines.say(
                            "no answer",
                            "There is no answer yet. Whether an enricher took it is unknown: this"
                                    + " user may not describe the enrichers' group.");
        }
    }
}
