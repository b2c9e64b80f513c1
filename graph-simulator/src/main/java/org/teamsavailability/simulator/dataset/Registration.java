package org.teamsavailability.simulator.dataset;

import java.util.Set;

/**
 * What the application's registration says, as far as sign-in and consent go.
 *
 * @param permissions what a consent grants
 * @param roleClaims whether ID tokens say the directory roles in {@code wids}, as {@code
 *     groupMembershipClaims} of the registration sets it
 * @param redirectUris where pages may lead back to; empty for anywhere
 */
public record Registration(Set<String> permissions, boolean roleClaims, Set<String> redirectUris) {
    /** All four permissions, with role claims, back to anywhere. */
    public static final Registration COMPLETE =
            new Registration(Tenant.ALL_PERMISSIONS, true, Set.of());

    public Registration {
        permissions = Set.copyOf(permissions);
        redirectUris = Set.copyOf(redirectUris);
    }

    /** The same with role claims or without. */
    public Registration withRoleClaims(boolean on) {
        return new Registration(permissions, on, redirectUris);
    }

    /** The same, where a consent grants these. */
    public Registration withPermissions(Set<String> others) {
        return new Registration(others, roleClaims, redirectUris);
    }

    /** The same, leading back to these addresses only. */
    public Registration withRedirectUris(Set<String> others) {
        return new Registration(permissions, roleClaims, others);
    }

    /** Whether a page may lead back there. */
    public boolean leadsTo(String redirectUri) {
        return redirectUris.isEmpty() || redirectUris.contains(redirectUri);
    }
}
