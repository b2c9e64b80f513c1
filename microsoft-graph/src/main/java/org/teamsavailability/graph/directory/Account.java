package org.teamsavailability.graph.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user account of a tenant, as Graph shows it. Never logged, and of it only id and sign-in name
 * are ever stored.
 *
 * @param userPrincipalName the sign-in name; null where User.Read.All is missing, which Graph
 *     answers with 200 and empty fields
 * @param mail the primary address; null where there is none, or User.Read.All is missing
 * @param enabled whether people can sign in with it; null where Graph does not say, as without
 *     User.Read.All
 * @param guest whether Graph calls it a guest; false where User.Read.All is missing
 * @param proxyAddresses all addresses, without their {@code smtp:}, others than mail addresses left
 *     out
 * @param otherMails further addresses, as an administrator noted them
 */
public record Account(
        UUID id,
        @Nullable String userPrincipalName,
        @Nullable String mail,
        @Nullable String displayName,
        @Nullable Boolean enabled,
        boolean guest,
        List<String> proxyAddresses,
        List<String> otherMails) {
    public Account {
        proxyAddresses = List.copyOf(proxyAddresses);
        otherMails = List.copyOf(otherMails);
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
