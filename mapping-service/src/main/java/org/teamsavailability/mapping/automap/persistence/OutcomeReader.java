package org.teamsavailability.mapping.automap.persistence;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.automap.Flag;
import org.teamsavailability.mapping.automap.MatchKey;
import org.teamsavailability.mapping.automap.Review;
import org.teamsavailability.mapping.automap.Review.Conflict;
import org.teamsavailability.mapping.database.tables.records.AutoMapOutcomeRecord;

/** Rows as a review. */
final class OutcomeReader {

    private OutcomeReader() {}

    static Review review(List<AutoMapOutcomeRecord> unsorted) {
        var rows =
                unsorted.stream()
                        .sorted(Comparator.comparing(AutoMapOutcomeRecord::getTechnicianId))
                        .toList();
        return new Review(
                rows.stream().filter(it -> is(it, "MATCHED")).map(OutcomeReader::matched).toList(),
                rows.stream()
                        .filter(it -> it.getWhy() != null)
                        .map(OutcomeReader::unmatched)
                        .toList(),
                conflicts(rows),
                ids(rows, "CLEARED"),
                ids(rows, "HELD_BACK"),
                ids(rows, "KEPT_MANUAL"),
                ids(rows, "IGNORED"));
    }

    private static boolean is(AutoMapOutcomeRecord row, String outcome) {
        return row.getOutcome().equals(outcome);
    }

    private static List<String> ids(List<AutoMapOutcomeRecord> rows, String outcome) {
        return rows.stream()
                .filter(it -> is(it, outcome))
                .map(AutoMapOutcomeRecord::getTechnicianId)
                .toList();
    }

    private static Review.Matched matched(AutoMapOutcomeRecord row) {
        return new Review.Matched(
                row.getTechnicianId(),
                requireNonNull(row.getMicrosoftUserId()),
                requireNonNull(row.getUserPrincipalName()),
                MatchKey.valueOf(requireNonNull(row.getMatchedBy())),
                flags(row.getFlags()));
    }

    private static Review.Unmatched unmatched(AutoMapOutcomeRecord row) {
        return new Review.Unmatched(
                row.getTechnicianId(),
                Review.Why.valueOf(requireNonNull(row.getWhy())),
                flags(row.getFlags()));
    }

    private static Set<Flag> flags(@Nullable String @Nullable [] names) {
        return Arrays.stream(requireNonNull(names))
                .map(name -> Flag.valueOf(requireNonNull(name)))
                .collect(Collectors.toSet());
    }

    private static List<Conflict> conflicts(List<AutoMapOutcomeRecord> rows) {
        Map<Integer, List<AutoMapOutcomeRecord>> byNumber =
                rows.stream()
                        .filter(it -> it.getConflict() != null)
                        .collect(
                                Collectors.groupingBy(
                                        it -> requireNonNull(it.getConflict()),
                                        TreeMap::new,
                                        Collectors.toList()));
        return byNumber.values().stream()
                .map(some ->
                        new Conflict(
                                some.stream().map(AutoMapOutcomeRecord::getTechnicianId).toList(),
                                Arrays.asList(
                                        requireNonNull(some.getFirst().getConflictUserIds()))))
                .toList();
    }
}
