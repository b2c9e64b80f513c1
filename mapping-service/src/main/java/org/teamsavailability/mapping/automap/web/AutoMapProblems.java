package org.teamsavailability.mapping.automap.web;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.automap.AutoMapRefusal;
import org.teamsavailability.mapping.automap.RunFailure;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of auto-map runs. */
@Configuration(proxyBeanMethods = false)
class AutoMapProblems {

    private static final int MOST_ERRORS = 100;

    @Bean
    ProblemsOf<AutoMapRefusal> ofAutoMap() {
        return new ProblemsOf<>(AutoMapRefusal.class, AutoMapProblems::of);
    }

    private static Problem of(AutoMapRefusal refusal) {
        return switch (refusal) {
            case AutoMapRefusal.NoSuchRun it ->
                    Problem.notFound("run of the last 24 hours", it.runId().toString());
            case AutoMapRefusal.SuggestionsUnknown it ->
                    Problem.conflict(
                            "suggestions-not-known",
                            "The suggestions are not known",
                            "The suggestions of the run %s are kept for ten minutes, where it ran. Run auto-map again with dryRun, and accept the suggestions of that run."
                                    .formatted(it.runId()));
            case AutoMapRefusal.NoPreview it ->
                    Problem.invalid(
                            FieldError.at(
                                    "/ifUnchangedSince",
                                    "is %s, use the runId of a dry run of the last 24 hours that has ended"
                                            .formatted(it.runId())));
            case AutoMapRefusal.PreviewOfOtherTeams it ->
                    Problem.invalid(
                            FieldError.at(
                                    "/ifUnchangedSince",
                                    "is %s, which read other Teams: name the same teamIds, or start another dry run"
                                            .formatted(it.runId())));
            case AutoMapRefusal.PreviewOutdated it ->
                    Problem.conflict(
                                    RunFailure.PREVIEW_OUTDATED.name(),
                                    RunFailure.PREVIEW_OUTDATED.title(),
                                    RunFailure.PREVIEW_OUTDATED.detail())
                            .with("runId", it.runId());
            case AutoMapRefusal.Running it -> running(it.runId());
            case AutoMapRefusal.NothingToUndo it ->
                    Problem.conflict(
                            "nothing-to-undo",
                            "The run changed no mapping",
                            "The run %s was a dry run or has failed, so there is nothing to undo."
                                    .formatted(it.runId()));
            case AutoMapRefusal.NotTheLast it ->
                    Problem.conflict(
                                    "not-the-last-run",
                                    "Another run changed mappings later",
                                    "The run %s was followed by the run %s: only the last run can be undone."
                                            .formatted(it.runId(), it.lastRunId()))
                            .with("runId", it.lastRunId());
            case AutoMapRefusal.ChangedSince it -> changedSince(it);
            case AutoMapRefusal.NotOneSuggestion it ->
                    Problem.invalid(
                            it.technicians().stream()
                                    .limit(MOST_ERRORS)
                                    .map(AutoMapProblems::of)
                                    .toList());
        };
    }

    private static Problem changedSince(AutoMapRefusal.ChangedSince it) {
        var technicians = it.technicianIds();
        return Problem.conflict(
                        "changed-since-run",
                        "Something has changed since the run",
                        technicians.isEmpty()
                                ? "Another Microsoft tenant is connected than the run %s read, or none. Nothing was changed."
                                        .formatted(it.runId())
                                : "%d mapping(s) are not as the run %s left them, or the account went to somebody else: see technicianIds. Nothing was changed: map these technicians by hand."
                                        .formatted(technicians.size(), it.runId()))
                .with("technicianIds", technicians.stream().limit(MOST_ERRORS).toList());
    }

    /** Another run of the desk has not ended. */
    static Problem running(UUID runId) {
        var problem =
                Problem.conflict(
                                "auto-map-running",
                                "An auto-map is running",
                                "The run %s of this service desk has not ended yet: wait for it, see Location."
                                        .formatted(runId))
                        .with("runId", runId);
        problem.headers().setLocation(AutoMapController.location(runId));
        return problem;
    }

    private static FieldError of(AutoMapRefusal.Choice it) {
        return FieldError.at(
                "/technicianIds/" + it.position(),
                it.suggestions() == 0
                        ? "has no suggestion in this run, name technicians with one"
                        : "has %d suggestions, choose one with PUT /public-api/technicians/{technicianId}/teams-mapping"
                                .formatted(it.suggestions()));
    }
}
