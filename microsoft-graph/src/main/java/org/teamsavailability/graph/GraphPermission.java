package org.teamsavailability.graph;

/** The four application permissions, all read-only. */
public enum GraphPermission {
    /** "Read presence information for all users". */
    PRESENCE_READ_ALL("Presence.Read.All"),
    /** "Read all schedule items". */
    SCHEDULE_READ_ALL("Schedule.Read.All"),
    /** "Read all group memberships". */
    GROUP_MEMBER_READ_ALL("GroupMember.Read.All"),
    /** "Read all users' full profiles". */
    USER_READ_ALL("User.Read.All");

    private final String role;

    GraphPermission(String role) {
        this.role = role;
    }

    /** The value in a token's {@code roles} claim. */
    public String role() {
        return role;
    }
}
