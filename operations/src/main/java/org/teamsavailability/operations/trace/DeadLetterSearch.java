package org.teamsavailability.operations.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.deadletters.DeadLetter;
import org.teamsavailability.operations.deadletters.DeadLetterTopic;
import org.teamsavailability.operations.trace.Search.Wanted;
import org.teamsavailability.operations.traffic.TopicScan;
import org.teamsavailability.schemas.DispatchRequested;

/**
 * Looks for the dead letters of a request: those that died where one of its records lies, and those
 * whose bytes hold the id, because a dead letter may be unreadable.
 */
final class DeadLetterSearch {

    private final Access access;
    private final TopicScan scan;
    private final Wanted wanted;

    DeadLetterSearch(Access access, TopicScan scan, Wanted wanted) {
        this.access = access;
        this.scan = scan;
        this.wanted = wanted;
    }

    /** The oldest first. */
    List<DeadLetter> of(List<FoundRecord<DispatchRequested>> requests, Instant since) {
        var places = requests.stream().map(FoundRecord::place).collect(Collectors.toSet());
        var id = new IdBytes(wanted.requestId());
        var letters = new ArrayList<DeadLetter>();
        scan.read(
                List.of(DeadLetterTopic.REQUESTS.letters(access)),
                since,
                record -> {
                    var letter = new DeadLetter(DeadLetterTopic.REQUESTS, record);
                    if (isMeant(letter, places, id)) {
                        letters.add(letter);
                    }
                });
        letters.sort(Comparator.comparing(DeadLetter::at));
        return letters;
    }

    private boolean isMeant(DeadLetter letter, Set<String> places, IdBytes id) {
        return places.contains(letter.diedAt())
                || (id.isTextOf(letter.record().value()) && wanted.isDesk(letter.key()));
    }
}
