package org.teamsavailability.mapping.automap;

import java.util.UUID;

/**
 * Why a run failed, in the words of a problem; says nothing of a person.
 *
 * @param type a URN, {@code urn:teams-availability:<name>}
 */
public record RunFailure(String type, String title, String detail) {

    private static final String CLEARS_DIFFER = "clears-differ";

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

    /** The tenant, a technician or a mapping was changed since the dry run that was named. */
    public static final RunFailure PREVIEW_OUTDATED =
            of(
                    "preview-outdated",
                    "Something has changed since the dry run",
                    "The tenant, a technician or a mapping of this service desk was changed since"
                            + " the dry run. Nothing was changed: start another dry run, look at"
                            + " its review, and name that run in ifUnchangedSince.");

    /** A defect in this product. */
    static final RunFailure INTERNAL =
            of(
                    "internal-error",
                    "Internal error in Teams Availability",
                    "Nothing was changed. Tell the operator the id of the run.");

    /** The last part of its type, such as {@code team-not-found}. */
    public String name() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    static RunFailure teamNotFound(UUID team) {
        return of(
                "team-not-found",
                "A Team was not found",
                "There is no Team \"%s\" in the Microsoft tenant of this service desk. Nothing was changed: choose Teams of GET /public-api/teams-availability/teams."
                        .formatted(team));
    }

    static RunFailure clearsDiffer(int found, int confirmed) {
        return of(
                CLEARS_DIFFER,
                "The run would remove another number of mappings",
                "confirmClears is %d, but the run would remove %d automatic mapping(s). Nothing was changed: run without confirmClears, look at heldBack, and confirm that number."
                        .formatted(confirmed, found));
    }

    /** Whether a condition that the caller named does not hold. */
    public boolean concernsCondition() {
        return name().equals(CLEARS_DIFFER) || name().equals(PREVIEW_OUTDATED.name());
    }

    private static RunFailure of(String name, String title, String detail) {
        return new RunFailure("urn:teams-availability:" + name, title, detail);
    }
}
