package org.teamsavailability.mapping.connection.consent;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser finds the steps of the consent flow; the app registration names the first two.
 *
 * @param consent takes the redirect of Microsoft's consent page
 * @param signIn takes the redirect of Microsoft's sign-in page
 * @param continueSetup where "Continue setup" leads
 * @param api in front of the routes of the public API
 */
public record FlowAddresses(URI consent, URI signIn, URI continueSetup, URI api) {

    /**
     * Puts them under the public URL.
     *
     * @param publicUrl of this service
     * @param continueUrl null for this service's page of the next steps
     */
    public static FlowAddresses of(URI publicUrl, @Nullable URI continueUrl) {
        return new FlowAddresses(
                publicUrl.resolve("/teams-availability/consent"),
                publicUrl.resolve("/teams-availability/sign-in"),
                continueUrl == null ? publicUrl.resolve("/teams-availability/setup") : continueUrl,
                publicUrl.resolve("/public-api"));
    }
}
