package org.teamsavailability.graph.signin;

import java.util.Set;
import java.util.UUID;

/**
 * Who signed in, as a verified ID token says.
 *
 * @param tenantId {@code tid}, verified against the issuer
 * @param objectId {@code oid}
 * @param directoryRoles {@code wids}, the role templates that are active; empty where the token
 *     holds the claim without roles
 * @param rolesKnown whether the token holds {@code wids} at all: it does where the app registration
 *     sets {@code groupMembershipClaims}
 */
public record SignedIn(UUID tenantId, UUID objectId, Set<UUID> directoryRoles, boolean rolesKnown) {

    /** Global Administrator. Source: Microsoft Entra built-in roles, template id. */
    public static final UUID GLOBAL_ADMINISTRATOR =
            UUID.fromString("62e90394-69f5-4237-9190-012177145e10");

    /** Privileged Role Administrator. Source: Microsoft Entra built-in roles, template id. */
    public static final UUID PRIVILEGED_ROLE_ADMINISTRATOR =
            UUID.fromString("e8611ab8-c189-46e8-94e1-60213ab1f814");

    public SignedIn {
        directoryRoles = Set.copyOf(directoryRoles);
    }

    /** Whether they may grant application permissions of Microsoft Graph. */
    public boolean mayConsent() {
        return directoryRoles.contains(GLOBAL_ADMINISTRATOR)
                || directoryRoles.contains(PRIVILEGED_ROLE_ADMINISTRATOR);
    }
}
