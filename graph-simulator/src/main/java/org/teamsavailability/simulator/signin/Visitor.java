package org.teamsavailability.simulator.signin;

/**
 * Somebody who stands in front of the pages, so that they answer at once.
 *
 * @param as who it is: a sign-in name, an object id, or {@code tenant/object id}
 * @param accepts whether they accept, or cancel
 */
public record Visitor(String as, boolean accepts) {
    /** One who accepts. */
    public static Visitor accepting(String as) {
        return new Visitor(as, true);
    }

    /** One who cancels. */
    public static Visitor cancelling(String as) {
        return new Visitor(as, false);
    }
}
