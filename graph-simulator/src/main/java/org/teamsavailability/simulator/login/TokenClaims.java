package org.teamsavailability.simulator.login;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a token says.
 *
 * @param tenant {@code tid}
 * @param application {@code appid}
 * @param audience {@code aud}, the host of Graph it is for
 * @param roles the permissions the tenant had granted when it was issued
 * @param expires {@code exp}
 */
public record TokenClaims(
        UUID tenant, String application, String audience, Set<String> roles, Instant expires) {}
