package org.teamsavailability.rules;

import java.util.List;
import org.teamsavailability.rules.text.MessageKey;
import org.teamsavailability.rules.text.Phrases;

/** What to do about a reason, and where. */
final class Remedies {

    private static final String OPEN_CONSENT_PAGE =
            "Have an administrator of your own Microsoft tenant open the consent page under"
                    + " Integrations → Directory → Scheduling → Microsoft Teams — Workforce"
                    + " Availability and accept it";

    private Remedies() {}

    /** What the remedy says, for programs; its parameters are those of the message. */
    static String key(Reason reason, MessageArguments detail) {
        return "remedy."
                + MessageKey.part(reason)
                + (detail.ownCredentials() ? ".own-credentials" : "");
    }

    /** Of a team the enricher knows the id only. */
    private static String teams(List<String> ids) {
        return (ids.size() == 1 ? "the team " : "the teams ") + Phrases.list(ids);
    }

    static String of(Reason reason, MessageArguments detail) {
        return switch (reason) {
            case TOGGLE_OFF ->
                    "To use Teams, switch on the Teams availability toggle of the workflow's Ticket"
                            + " Dispatch action.";
            case INVALID_REQUEST ->
                    "Correct what the message names where the workflow writes the request.";
            case EXPIRED ->
                    "Allow more time for the answer where the workflow writes the request, and"
                        + " check the clock of the sender; if requests wait long, the operator of"
                        + " Teams Availability has to add capacity.";
            case IGNORED_BY_INSTRUCTION ->
                    "If this is not intended, change the custom instructions of the workflow.";
            case TEAMS_NOT_CONNECTED ->
                    "Connect your Microsoft tenant under Integrations → Directory → Scheduling →"
                            + " Microsoft Teams — Workforce Availability.";
            case NO_CANDIDATES_MAPPED ->
                    "Run auto-map under Integrations → Directory → Scheduling → Microsoft Teams —"
                            + " Workforce Availability, or map the technicians by hand under"
                            + " Technicians → Microsoft Teams Mapping.";
            case CONSENT_PENDING -> OPEN_CONSENT_PAGE + "; a grant can take a minute to arrive.";
            case CONSENT_REVOKED -> OPEN_CONSENT_PAGE + " again.";
            case OVERLOADED ->
                    "If this lasts, the operator of Teams Availability has to add capacity.";
            case INTERNAL_ERROR ->
                    "Tell the operator of Teams Availability the request id and the time; the log"
                            + " holds the cause.";
            case PERMISSION_MISSING ->
                    OPEN_CONSENT_PAGE
                            + " again, which grants "
                            + (detail.permissions().isEmpty()
                                    ? "all four permissions."
                                    : Phrases.list(detail.permissions()) + ".");
            case TEAMS_UNREACHABLE ->
                    detail.ownCredentials()
                            ? "The operator of Teams Availability has to renew its client secret or"
                                    + " certificate; nothing needs to be done in your Microsoft"
                                    + " tenant."
                            : "This usually passes by itself; if it lasts, look at the service"
                                    + " health page of the Microsoft 365 admin center.";
            case TEAMS_THROTTLED ->
                    "This passes by itself; if it comes often, spread dispatches over time or name"
                            + " fewer rota teams.";
            case TEAMS_TIMEOUT ->
                    "This usually passes by itself; if it comes often, allow more time for the"
                            + " answer where the workflow writes the request.";
            case ROTA_NOT_PROVISIONED ->
                    "Set up the schedule in the Shifts app of "
                            + teams(detail.teams())
                            + ", or choose other rota teams in the Teams availability settings of"
                            + " the workflow's Ticket Dispatch action.";
            case SHIFTS_NOT_IN_THIS_CLOUD ->
                    "Remove the rota teams from the Teams availability settings of the workflow's"
                            + " Ticket Dispatch action; presence works without them.";
        };
    }
}
