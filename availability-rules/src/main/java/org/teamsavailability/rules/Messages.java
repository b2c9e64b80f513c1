package org.teamsavailability.rules;

import java.util.HashMap;
import java.util.Map;
import org.teamsavailability.rules.text.MessageKey;
import org.teamsavailability.rules.text.Phrases;

/** What people read about a reason: what is enabled, what stood in the way, what was used. */
final class Messages {

    private static final String PSA_ONLY = " — dispatch used PSA-only availability.";
    private static final String THE_REST =
            " — dispatch used what could be read from Teams, and PSA availability for the rest.";

    private Messages() {}

    /** The message of a final reason. */
    static String ofFinal(Reason reason, MessageArguments detail) {
        return reason == Reason.TOGGLE_OFF
                ? "Teams availability is " + why(reason, detail) + PSA_ONLY
                : enabledBut(why(reason, detail), AvailabilitySource.PSA_ONLY);
    }

    /**
     * The message where signals could not be read.
     *
     * @param cause one or more clauses
     * @param source what was used after all
     */
    static String enabledBut(String cause, AvailabilitySource source) {
        return "Teams availability is enabled, but "
                + cause
                + (source == AvailabilitySource.PSA_ONLY ? PSA_ONLY : THE_REST);
    }

    /** What the message of a final reason says, for programs. */
    static MessageKey keyOfFinal(Reason reason, MessageArguments detail) {
        Problem problem = detail.problem();
        return problem == null
                ? MessageKey.of(key(reason, detail))
                : new MessageKey(
                        key(reason, detail) + "." + MessageKey.part(problem.kind()),
                        problem.parameters());
    }

    /** What the message about signals that could not be read says, for programs. */
    static MessageKey key(FallbackCause cause, ReadResults results) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("source", results.source().name());
        if (cause.signal() != Signal.ROTA) {
            parameters.put("presence", results.readPresence() ? "SOME" : "ALL");
        }
        if (cause.signal() != Signal.PRESENCE) {
            parameters.put("rota", results.readRota() ? "SOME" : "ALL");
        }
        if (!cause.permissions().isEmpty()) {
            parameters.put("permissions", String.join(",", cause.permissions()));
        }
        if (!cause.teams().isEmpty()) {
            parameters.put("teams", String.join(",", cause.teams()));
        }
        return new MessageKey(key(cause.reason(), MessageArguments.of(cause)), parameters);
    }

    private static String key(Reason reason, MessageArguments detail) {
        return "fallback."
                + MessageKey.part(reason)
                + (detail.ownCredentials() ? ".own-credentials" : "");
    }

    /** What could not be read and why, as a clause. */
    static String cause(FallbackCause cause, ReadResults results) {
        String presence = results.readPresence() ? "the presence of some candidates" : "presence";
        String rota = results.readRota() ? "a part of the rota" : "the rota";
        String what =
                switch (cause.signal()) {
                    case PRESENCE -> presence;
                    case ROTA -> rota;
                    case BOTH -> presence + " and " + rota;
                };
        String why = why(cause.reason(), MessageArguments.of(cause));
        return what + " could not be read because " + why;
    }

    private static String why(Reason reason, MessageArguments detail) {
        return switch (reason) {
            case TOGGLE_OFF -> "switched off for this workflow";
            case INVALID_REQUEST ->
                    detail.problem() == null
                            ? "the request is not valid"
                            : "the request is not valid: " + detail.problem().text();
            case EXPIRED -> "the time to respond was over before Teams could be asked";
            case IGNORED_BY_INSTRUCTION ->
                    "the workflow's custom instructions say to ignore all that Teams would be asked"
                            + " for";
            case TEAMS_NOT_CONNECTED -> "this service desk is not connected to a Microsoft tenant";
            case NO_CANDIDATES_MAPPED ->
                    "none of the candidate technicians are mapped to a Microsoft user";
            case CONSENT_PENDING -> "consent has not been granted in your Microsoft tenant yet";
            case CONSENT_REVOKED -> "the consent of your Microsoft tenant was revoked";
            case OVERLOADED -> "too many requests were waiting to be answered";
            case INTERNAL_ERROR -> "an error in Teams Availability itself stopped the decision";
            case PERMISSION_MISSING ->
                    switch (detail.permissions().size()) {
                        case 0 -> "a permission is missing in your Microsoft tenant";
                        case 1 ->
                                "the permission " + detail.permissions().getFirst() + " is missing";
                        default ->
                                "the permissions "
                                        + Phrases.list(detail.permissions())
                                        + " are missing";
                    };
            case TEAMS_UNREACHABLE ->
                    detail.ownCredentials()
                            ? "Microsoft refused the credentials of Teams Availability itself"
                            : "Microsoft could not be reached or did not answer properly";
            case TEAMS_THROTTLED -> "the limit on calls to Microsoft was reached";
            case TEAMS_TIMEOUT -> "Microsoft did not answer in time";
            case ROTA_NOT_PROVISIONED ->
                    detail.teams().size() == 1
                            ? "a rota team has no schedule in Shifts"
                            : detail.teams().size() + " rota teams have no schedule in Shifts";
            case SHIFTS_NOT_IN_THIS_CLOUD ->
                    "the Microsoft cloud of this service desk does not have Shifts";
        };
    }
}
