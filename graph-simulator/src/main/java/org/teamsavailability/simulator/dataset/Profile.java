package org.teamsavailability.simulator.dataset;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account as the directory shows it.
 *
 * @param userPrincipalName the sign-in name; null for the object id at the tenant's domain
 * @param mail the primary address; null where there is none
 * @param displayName null for {@code Account} and the start of the object id
 * @param accountEnabled whether people can sign in with it
 * @param userType {@code Member} or {@code Guest}
 * @param proxyAddresses as {@code SMTP:a@b.example}; null for the mail alone
 * @param otherMails further addresses
 * @param roles the directory roles that are active
 */
public record Profile(
        @Nullable String userPrincipalName,
        @Nullable String mail,
        @Nullable String displayName,
        boolean accountEnabled,
        String userType,
        @Nullable List<String> proxyAddresses,
        List<String> otherMails,
        Set<DirectoryRole> roles) {
    /** An ordinary member with a name of the simulator's, and no mail. */
    public static final Profile UNNAMED =
            new Profile(null, null, null, true, "Member", null, List.of(), Set.of());

    public Profile {
        proxyAddresses = proxyAddresses == null ? null : List.copyOf(proxyAddresses);
        otherMails = List.copyOf(otherMails);
        roles = Set.copyOf(roles);
    }

    /** An ordinary member. */
    public static Profile of(String userPrincipalName, @Nullable String mail, String displayName) {
        return new Profile(
                userPrincipalName, mail, displayName, true, "Member", null, List.of(), Set.of());
    }

    /** The same with a mail address, or without. */
    public Profile withMail(@Nullable String other) {
        return new Profile(
                userPrincipalName,
                other,
                displayName,
                accountEnabled,
                userType,
                proxyAddresses,
                otherMails,
                roles);
    }

    /** The same, but nobody can sign in with it. */
    public Profile disabled() {
        return new Profile(
                userPrincipalName,
                mail,
                displayName,
                false,
                userType,
                proxyAddresses,
                otherMails,
                roles);
    }

    /** The same as a guest. */
    public Profile guest() {
        return new Profile(
                userPrincipalName,
                mail,
                displayName,
                accountEnabled,
                "Guest",
                proxyAddresses,
                otherMails,
                roles);
    }

    /** The same with these further addresses. */
    public Profile withAddresses(List<String> proxies, List<String> others) {
        return new Profile(
                userPrincipalName,
                mail,
                displayName,
                accountEnabled,
                userType,
                proxies,
                others,
                roles);
    }

    /** The same with these directory roles only. */
    public Profile withRoles(DirectoryRole... some) {
        return new Profile(
                userPrincipalName,
                mail,
                displayName,
                accountEnabled,
                userType,
                proxyAddresses,
                otherMails,
                Stream.of(some)
                        .collect(
                                Collectors.toCollection(
                                        () -> EnumSet.noneOf(DirectoryRole.class))));
    }

    /** All addresses, the primary one first, as the directory lists them. */
    public List<String> addresses() {
        if (proxyAddresses != null) {
            return proxyAddresses;
        }
        return mail == null ? List.of() : List.of("SMTP:" + mail);
    }

    /** Whether they may consent to application permissions of Graph. */
    public boolean mayConsent() {
        return roles.stream().anyMatch(DirectoryRole::mayConsent);
    }

    /** Whether Graph calls them a guest. */
    public boolean isGuest() {
        return Objects.equals(userType, "Guest");
    }
}
