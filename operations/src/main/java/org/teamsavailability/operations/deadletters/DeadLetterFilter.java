package org.teamsavailability.operations.deadletters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.operations.console.PastInstant;
import picocli.CommandLine.Option;

/** Which dead letters are meant; filled in by picocli. */
final class DeadLetterFilter {

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "dispatch-requested-dlq or psa-technician-dlq; both without it")
    private @Nullable String topic;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "from then on: a duration ago, as 2h, or an instant; all without it")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "up to then, of the same form")
    private @Nullable String until;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "those whose exception or message holds this text, in any case")
    private @Nullable String reason;

    @Option(
            names = "--offsets",
            paramLabel = "PLACES",
            description = "those at these places, as 0:17 or 0:17-25, with commas; needs --topic")
    private @Nullable String offsets;

    List<DeadLetterTopic> piles() {
        if (topic == null) {
            if (offsets != null) {
                throw new BadInput("--offsets", "stands without --topic", "both of them");
            }
            return DeadLetterTopic.ALL;
        }
        return List.of(
                DeadLetterTopic.named(topic)
                        .orElseThrow(() ->
                                new BadInput(
                                        "--topic",
                                        "is '" + topic + "'",
                                        String.join(
                                                ", ",
                                                DeadLetterTopic.ALL.stream()
                                                        .map(DeadLetterTopic::topic)
                                                        .toList()))));
    }

    /** Whether single letters are named. */
    boolean namesPlaces() {
        return offsets != null;
    }

    Instant since(Instant now) {
        return since == null ? Instant.EPOCH : PastInstant.of("--since", since, now);
    }

    /** What is meant, of those since then; reads the arguments once, and refuses wrong ones. */
    Predicate<DeadLetter> meant(Instant now) {
        var end = until == null ? Instant.MAX : PastInstant.of("--until", until, now);
        var places = offsets == null ? null : places(offsets);
        return letter ->
                !letter.at().isAfter(end)
                        && (reason == null || holds(letter, reason))
                        && (places == null
                                || places.stream().anyMatch(place -> place.holds(letter)));
    }

    private static boolean holds(DeadLetter letter, String text) {
        var said = letter.exception() + " " + letter.message();
        return said.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private record Places(int partition, long first, long last) {

        boolean holds(DeadLetter letter) {
            var record = letter.record();
            return record.partition() == partition
                    && record.offset() >= first
                    && record.offset() <= last;
        }
    }

    private static List<Places> places(String text) {
        var places = new ArrayList<Places>();
        for (var part : text.split(",", -1)) {
            if (!part.strip().matches("\\d{1,9}:\\d{1,18}(-\\d{1,18})?")) {
                throw new BadInput(
                        "--offsets",
                        "holds '" + part + "'",
                        "partition:offset or" + " partition:first-last, with commas between");
            }
            var numbers = part.strip().split("[:-]", -1);
            long first = Long.parseLong(numbers[1]);
            places.add(
                    new Places(
                            Integer.parseInt(numbers[0]),
                            first,
                            numbers.length == 3 ? Long.parseLong(numbers[2]) : first));
        }
        return places;
    }
}
