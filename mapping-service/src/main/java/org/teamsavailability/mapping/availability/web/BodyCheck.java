package org.teamsavailability.mapping.availability.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.availability.RequestRules;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.CandidateBody;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.SettingsBody;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.SlotBody;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.rules.RequestValidation;

/** Finds what is missing in a body and what is not allowed, and names each place. */
final class BodyCheck {

    private static final Set<String> MODES = Set.of("AI", "ROUND_ROBIN");
    private static final String MISSING = "is missing";

    /** More errors of one body help nobody. */
    private static final int MOST_ERRORS = 50;

    private final List<FieldError> errors = new ArrayList<>();

    private BodyCheck() {}

    /**
     * Returns if the body can be published.
     *
     * @throws Problem a 422 that names each place
     */
    static void check(AvailabilityRequestBody body) {
        var check = new BodyCheck();
        check.body(body);
        if (!check.errors.isEmpty()) {
            throw Problem.invalid(check.errors);
        }
    }

    private void body(AvailabilityRequestBody body) {
        optional("/requestId", body.requestId(), RequestRules::wrongInId);
        required("/ticketId", body.ticketId(), RequestRules::wrongInId);
        optional("/ticketPriority", body.ticketPriority(), RequestRules::wrongInText);
        optional("/workflowId", body.workflowId(), RequestRules::wrongInText);
        optional("/executionId", body.executionId(), RequestRules::wrongInText);
        required("/mode", body.mode(), BodyCheck::wrongInMode);
        time("/requestedAt", body.requestedAt());
        time("/respondBy", body.respondBy());
        slot("/proposedSlot", body.proposedSlot(), RequestRules::wrongInEnd);
        slot("/planningWindow", body.planningWindow(), RequestRules::wrongInWindowEnd);
        candidates(body.candidates());
        settings(body.teamsAvailability());
    }

    private static @Nullable String wrongInMode(String mode) {
        return MODES.contains(mode) ? null : "must be AI or ROUND_ROBIN";
    }

    private void candidates(@Nullable List<@Nullable CandidateBody> candidates) {
        if (candidates == null) {
            add("/candidates", MISSING);
        } else if (candidates.isEmpty() || candidates.size() > RequestValidation.MOST_CANDIDATES) {
            add(
                    "/candidates",
                    String.format(
                            Locale.ROOT,
                            "has %,d items. Name 1 to %,d technicians",
                            candidates.size(),
                            RequestValidation.MOST_CANDIDATES));
        } else {
            var seen = new HashSet<String>();
            for (int i = 0; i < candidates.size(); i++) {
                candidate("/candidates/" + i, candidates.get(i), seen);
            }
        }
    }

    private void candidate(String at, @Nullable CandidateBody candidate, Set<String> seen) {
        if (candidate == null) {
            add(at, MISSING);
            return;
        }
        @Nullable String id = candidate.technicianId();
        required(at + "/technicianId", id, RequestRules::wrongInTechnicianId);
        if (id != null && !seen.add(RequestValidation.trimmed(id))) {
            add(at + "/technicianId", "names a technician a second time. Name each once");
        }
        slot(at + "/proposedSlot", candidate.proposedSlot(), RequestRules::wrongInEnd);
    }

    private void settings(@Nullable SettingsBody settings) {
        if (settings == null) {
            add("/teamsAvailability", MISSING);
            return;
        }
        @Nullable Boolean enabled = settings.enabled();
        if (enabled == null) {
            add("/teamsAvailability/enabled", MISSING);
        }
        teams(settings.rotaTeamIds());
        optional(
                "/teamsAvailability/customInstructions",
                settings.customInstructions(),
                RequestRules::wrongInInstructions);
    }

    private void teams(@Nullable List<@Nullable String> teams) {
        var at = "/teamsAvailability/rotaTeamIds";
        if (teams == null) {
            add(at, MISSING);
        } else if (teams.size() > RequestValidation.MOST_ROTA_TEAMS) {
            add(
                    at,
                    "has %d items. Name at most %d teams"
                            .formatted(teams.size(), RequestValidation.MOST_ROTA_TEAMS));
        } else {
            for (int i = 0; i < teams.size(); i++) {
                required(at + "/" + i, teams.get(i), RequestRules::wrongInTeamId);
            }
        }
    }

    /** What is wrong in an end that comes after a start. */
    @FunctionalInterface
    private interface EndRule {
        @Nullable String wrong(Instant start, Instant end);
    }

    private void slot(String at, @Nullable SlotBody slot, EndRule rule) {
        if (slot == null) {
            return;
        }
        @Nullable String given = slot.start();
        if (given == null) {
            add(at + "/start", MISSING);
        }
        var start = time(at + "/start", given);
        var end = time(at + "/end", slot.end());
        if (start != null && end != null) {
            add(at + "/end", rule.wrong(start, end));
        }
    }

    /** Null where none is given, and where something is wrong. */
    private @Nullable Instant time(String at, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var time = InstantText.read(text);
        var wrong =
                time == null
                        ? "must be an instant such as 2026-03-02T10:00:00Z"
                        : RequestRules.wrongInTime(time);
        add(at, wrong);
        return wrong == null ? time : null;
    }

    private void required(
            String at, @Nullable String value, Function<String, @Nullable String> rule) {
        add(at, value == null ? MISSING : rule.apply(value));
    }

    private void optional(
            String at, @Nullable String value, Function<String, @Nullable String> rule) {
        add(at, value == null ? null : rule.apply(value));
    }

    private void add(String at, @Nullable String wrong) {
        if (wrong != null && errors.size() < MOST_ERRORS) {
            errors.add(FieldError.at(at, wrong));
        }
    }
}
