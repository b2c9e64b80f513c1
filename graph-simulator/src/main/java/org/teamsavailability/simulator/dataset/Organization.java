package org.teamsavailability.simulator.dataset;

import java.util.UUID;

/**
 * Whom a tenant is of.
 *
 * @param displayName its name
 * @param domain its default verified domain
 */
public record Organization(String displayName, String domain) {
    /** One named after the tenant's id. */
    public static Organization of(UUID tenant) {
        String start = tenant.toString().substring(0, 8);
        return new Organization("Organisation " + start, "tenant-" + start + ".onmicrosoft.com");
    }
}
