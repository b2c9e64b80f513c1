package org.teamsavailability.mapping.connection;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser finds the steps of the consent flow; the app registration names the first two.
 *
 * @param consent takes the redirect of Microsoft's consent page
 * @param signIn takes the redirect of Microsoft's sign-in page
 * @param continueSetup where "Continue setup" leads
 */
public record FlowAddresses(URI consent, URI signIn, URI continueSetup) {

    /**
     * Puts them under the public URL.
     *
     * @param publicUrl of this service
     * @param continueUrl null for the public URL
     */
    public static FlowAddresses of(URI publicUrl, @Nullable URI continueUrl) {
        return new FlowAddresses(
                publicUrl.resolve("/teams-availability/consent"),
                publicUrl.resolve("/teams-availability/sign-in"),
                continueUrl == null ? publicUrl.resolve("/") : continueUrl);
    }
}
