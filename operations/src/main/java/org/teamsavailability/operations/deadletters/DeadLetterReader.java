package org.teamsavailability.operations.deadletters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.traffic.TopicScan;

/** The dead letters of an installation. */
final class DeadLetterReader {

    private final Access access;

    DeadLetterReader(Access access) {
        this.access = access;
    }

    /** Those that are meant, the oldest first. */
    List<DeadLetter> meant(DeadLetterFilter choice, Instant now) {
        var meant = choice.meant(now);
        var since = choice.since(now);
        var letters = new ArrayList<DeadLetter>();
        for (var pile : choice.piles()) {
            new TopicScan(access)
                    .read(
                            List.of(pile.letters(access)),
                            since,
                            record -> {
                                var letter = new DeadLetter(pile, record);
                                if (meant.test(letter)) {
                                    letters.add(letter);
                                }
                            });
        }
        letters.sort(
                Comparator.comparing(DeadLetter::at)
                        .thenComparing(letter -> letter.record().topic())
                        .thenComparingInt(letter -> letter.record().partition())
                        .thenComparingLong(letter -> letter.record().offset()));
        return letters;
    }
}
