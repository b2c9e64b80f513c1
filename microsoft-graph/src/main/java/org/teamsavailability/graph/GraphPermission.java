package org.teamsavailability.graph;

/** The four application permissions, all read-only. */
public enum GraphPermission {
    /** Who is at their desk. */
    PRESENCE_READ_ALL("Presence.Read.All", "Read presence information for all users"),
    /** Shifts and time off. */
    SCHEDULE_READ_ALL("Schedule.Read.All", "Read all schedule items"),
    /** Teams and their members. */
    GROUP_MEMBER_READ_ALL("GroupMember.Read.All", "Read all group memberships"),
    /** Names and addresses of the members. */
    USER_READ_ALL("User.Read.All", "Read all users' full profiles");

    private final String role;
    private final String displayName;

    GraphPermission(String role, String displayName) {
        this.role = role;
        this.displayName = displayName;
    }

    /** The value in a token's {@code roles} claim. */
    public String role() {
        return role;
    }

    /**
     * How Microsoft's consent page names it.
     *
     * <p>Source: Microsoft Graph permissions reference, display text of the application permission.
     */
    public String displayName() {
        return displayName;
    }
}
