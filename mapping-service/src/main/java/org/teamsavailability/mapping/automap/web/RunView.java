package org.teamsavailability.mapping.automap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.automap.Flag;
import org.teamsavailability.mapping.automap.Gap;
import org.teamsavailability.mapping.automap.MatchKey;
import org.teamsavailability.mapping.automap.Progress;
import org.teamsavailability.mapping.automap.Review;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.automap.RunReport;
import org.teamsavailability.mapping.automap.RunScope;
import org.teamsavailability.mapping.automap.RunState;
import org.teamsavailability.mapping.automap.Suggestion;
import org.teamsavailability.mapping.automap.UnreadTeam;

/**
 * A run on the wire.
 *
 * @param problem null unless it failed
 * @param finishedAt null while it runs
 * @param undoneAt when somebody undid it; null where nobody did
 * @param incompleteBecause why not everything was read; empty where it was
 * @param unreadTeams the Teams that could not be read
 * @param cleared ids of technicians who lost what an earlier run had mapped
 * @param heldBack ids of technicians who would have lost what an earlier run had mapped, had it not
 *     been so many
 * @param keptManual ids of technicians who are mapped by hand
 * @param ignored ids of technicians who never use Teams, as somebody said
 * @param notes what somebody should know of it, in sentences
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AutoMapRun")
record RunView(
        UUID runId,
        RunState state,
        RunScope scope,
        boolean dryRun,
        boolean complete,
        Set<Gap> incompleteBecause,
        List<NotRead> unreadTeams,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoneAt,
        Progress progress,
        @Nullable RunFailure problem,
        List<Match> matched,
        List<NoMatch> unmatched,
        List<Clash> conflicts,
        List<String> cleared,
        List<String> heldBack,
        List<String> keptManual,
        List<String> ignored,
        List<String> notes) {

    /** A technician and the account that is theirs. */
    record Match(
            String technicianId,
            UUID microsoftUserId,
            String userPrincipalName,
            MatchKey by,
            Set<Flag> flags) {

        /** Leaves the person out. */
        @Override
        public String toString() {
            return "Match[" + technicianId + "]";
        }
    }

    /**
     * A technician without an account.
     *
     * @param suggestions at most five; null where they are not known any more, ten minutes after
     *     the run or after a restart
     */
    record NoMatch(
            String technicianId,
            Review.Why why,
            Set<Flag> flags,
            @Nullable List<Hint> suggestions) {}

    /** An account that a technician may have. */
    record Hint(UUID microsoftUserId, String userPrincipalName, MatchKey because, Set<Flag> flags) {

        /** Leaves the person out. */
        @Override
        public String toString() {
            return "Hint[" + microsoftUserId + "]";
        }
    }

    /**
     * A Team that could not be read.
     *
     * @param displayName null where it is not known any more, ten minutes after the run or after a
     *     restart, or because the Team was named by its id
     */
    record NotRead(
            UUID teamId, @Nullable String displayName, UnreadTeam.Reason reason, String message) {}

    /** Technicians and accounts that do not go together one by one. */
    record Clash(List<String> technicianIds, List<UUID> microsoftUserIds) {}

    static RunView of(RunReport report) {
        var run = report.run();
        var review = report.review();
        return new RunView(
                run.id(),
                run.state(),
                run.scope(),
                run.dryRun(),
                run.complete(),
                new TreeSet<>(run.coverage().gaps()),
                run.coverage().unreadTeams().stream().map(RunView::notRead).toList(),
                run.startedAt(),
                run.finishedAt(),
                run.undoneAt(),
                run.progress(),
                run.failure(),
                review.matched().stream().map(RunView::match).toList(),
                review.unmatched().stream().map(it -> noMatch(it, report.suggestions())).toList(),
                review.conflicts().stream()
                        .map(it -> new Clash(it.technicianIds(), it.accountIds()))
                        .toList(),
                review.cleared(),
                review.heldBack(),
                review.keptManual(),
                review.ignored(),
                RunNotes.of(report));
    }

    private static NotRead notRead(UnreadTeam it) {
        return new NotRead(it.teamId(), it.displayName(), it.reason(), RunNotes.of(it.reason()));
    }

    private static Match match(Review.Matched it) {
        return new Match(
                it.technicianId(),
                it.accountId(),
                it.userPrincipalName(),
                it.by(),
                new TreeSet<>(it.flags()));
    }

    private static NoMatch noMatch(
            Review.Unmatched it, @Nullable Map<String, List<Suggestion>> suggestions) {
        return new NoMatch(
                it.technicianId(),
                it.why(),
                new TreeSet<>(it.flags()),
                suggestions == null
                        ? null
                        : suggestions.getOrDefault(it.technicianId(), List.of()).stream()
                                .map(RunView::hint)
                                .toList());
    }

    private static Hint hint(Suggestion it) {
        return new Hint(
                it.accountId(), it.userPrincipalName(), it.because(), new TreeSet<>(it.flags()));
    }
}
