package org.teamsavailability.mapping.technician;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.refusal.RefusedException;

/**
 * An account as a person names it.
 *
 * @param microsoftUserId its id
 * @param userPrincipalName its sign-in name, in any case and any {@link AddressForm form}
 */
public record NamedAccount(UUID microsoftUserId, String userPrincipalName) {

    private static final int OK = 200;
    private static final int LONGEST_NAME = 1_024;

    public NamedAccount {
        if (userPrincipalName.length() > LONGEST_NAME) {
            throw new TechnicianRefusal.SignInNameTooLong(userPrincipalName.length(), LONGEST_NAME)
                    .exception();
        }
    }

    /**
     * Looks it up.
     *
     * @throws RefusedException a {@link TechnicianRefusal} where the tenant has none, or id and
     *     sign-in name are not of one account
     * @throws GraphException where Microsoft does not answer, or without names, as it does without
     *     User.Read.All
     */
    Mapping lookedUp(TenantDirectory directory, MicrosoftTenant tenant, Instant now)
            throws InterruptedException {
        var account =
                directory.account(tenant, microsoftUserId.toString()).orElseThrow(this::unknown);
        var spelled = account.userPrincipalName();
        if (spelled == null || spelled.isEmpty()) {
            throw new GraphException(
                    new GraphFailure.PermissionMissing(OK, null, GraphPermission.USER_READ_ALL));
        }
        if (!Objects.equals(AddressForm.of(spelled), AddressForm.of(userPrincipalName))) {
            throw new TechnicianRefusal.OtherSignInName(microsoftUserId, userPrincipalName)
                    .exception();
        }
        return new Mapping(
                tenant.id(), account.id(), spelled, MappingOrigin.MANUAL, state(account), 1, now);
    }

    private static AccountState state(Account account) {
        return Boolean.FALSE.equals(account.enabled()) ? AccountState.DISABLED : AccountState.OK;
    }

    private RefusedException unknown() {
        return new TechnicianRefusal.UnknownAccount(microsoftUserId).exception();
    }

    /** Leaves the sign-in name out. */
    @Override
    public String toString() {
        return "NamedAccount[" + microsoftUserId + "]";
    }
}
