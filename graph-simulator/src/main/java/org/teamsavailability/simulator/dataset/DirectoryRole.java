package org.teamsavailability.simulator.dataset;

import java.util.UUID;

/**
 * Roles that count for a consent, with the ids of their templates. Source: Microsoft Entra built-in
 * roles.
 */
public enum DirectoryRole {
    /** May consent to everything. */
    GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10"),
    /** May consent to application permissions of Graph. */
    PRIVILEGED_ROLE_ADMINISTRATOR("e8611ab8-c189-46e8-94e1-60213ab1f814"),
    /** May consent to applications, but not to application permissions of Graph. */
    APPLICATION_ADMINISTRATOR("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");

    /** What the token of every member who is no guest says in addition to their roles. */
    public static final UUID ORDINARY_MEMBER =
            UUID.fromString("b79fbf4d-3ef9-4689-8143-76b194e85509");

    private final UUID template;

    DirectoryRole(String template) {
        this.template = UUID.fromString(template);
    }

    /** The role template id, as in the claim {@code wids}. */
    public UUID template() {
        return template;
    }

    /** Whether it allows to consent to application permissions of Graph. */
    public boolean mayConsent() {
        return this != APPLICATION_ADMINISTRATOR;
    }
}
