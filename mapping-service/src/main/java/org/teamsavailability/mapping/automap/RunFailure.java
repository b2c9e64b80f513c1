package org.teamsavailability.mapping.automap;

import java.util.UUID;

/**
 * Why a run failed, in the words of a problem; says nothing of a person.
 *
 * @param type a URN, {@code urn:teams-availability:<name>}
 */
public record RunFailure(String type, String title, String detail) {

    /** The process ended while the run was reading. */
    public static final RunFailure STOPPED =
            of(
                    "run-stopped",
                    "The run was stopped",
                    "The service ended while the run was reading. Nothing was changed: run it"
                            + " again.");

    /** Between start and end the desk was disconnected, or connected to another tenant. */
    public static final RunFailure CONNECTION_CHANGED =
            of(
                    "connection-changed",
                    "The connection has changed",
                    "The service desk was disconnected while the run was reading. Nothing was"
                            + " changed: connect it, and run again.");

    /** A defect of ours. */
    static final RunFailure INTERNAL =
            of(
                    "internal-error",
                    "An error of Teams Availability itself",
                    "Nothing was changed. Tell the operator the id of the run.");

    /** The last part of its type, such as {@code team-not-found}. */
    String name() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    static RunFailure teamNotFound(UUID team) {
        return of(
                "team-not-found",
                "A Team was not found",
                "There is no Team \"%s\" in the Microsoft tenant of this service desk. Nothing was changed: choose Teams of GET /public-api/teams-availability/teams."
                        .formatted(team));
    }

    private static RunFailure of(String name, String title, String detail) {
        return new RunFailure("urn:teams-availability:" + name, title, detail);
    }
}
