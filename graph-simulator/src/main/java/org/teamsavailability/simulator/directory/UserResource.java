package org.teamsavailability.simulator.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.dataset.Tenant;

/** Graph's resource type {@code user}, with the properties that the simulator knows. */
final class UserResource {
    /** Those that are there without {@code $select}. */
    static final List<String> USUAL =
            List.of(
                    "businessPhones",
                    "displayName",
                    "givenName",
                    "jobTitle",
                    "mail",
                    "mobilePhone",
                    "officeLocation",
                    "preferredLanguage",
                    "surname",
                    "userPrincipalName",
                    "id");

    private UserResource() {}

    static Map<String, @Nullable Object> of(Tenant tenant, Account account) {
        Profile profile = account.profile();
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("businessPhones", List.of());
        user.put("displayName", account.displayName());
        user.put("givenName", null);
        user.put("jobTitle", null);
        user.put("mail", profile.mail());
        user.put("mobilePhone", null);
        user.put("officeLocation", null);
        user.put("preferredLanguage", null);
        user.put("surname", null);
        user.put("userPrincipalName", account.signInName(tenant.organization().domain()));
        user.put("id", account.id());
        user.put("accountEnabled", profile.accountEnabled());
        user.put("userType", profile.userType());
        user.put("proxyAddresses", profile.addresses());
        user.put("otherMails", profile.otherMails());
        user.put("externalUserState", profile.isGuest() ? "Accepted" : null);
        user.put("creationType", profile.isGuest() ? "Invitation" : null);
        user.put("department", null);
        user.put("mailNickname", null);
        return user;
    }

    /** The names of all properties. */
    static Set<String> known() {
        var nobody = Account.of(new UUID(0, 0), "", "");
        return of(Tenant.of(nobody.id()), nobody).keySet();
    }
}
