package org.teamsavailability.graph.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * Reads of tenants' directories, page by page, each page once. Blocks, for virtual threads: it
 * keeps below Microsoft's limits by itself, waits out a {@code Retry-After}, and repeats what can
 * succeed. Every read fails with a {@link GraphException} where Microsoft does not give it in the
 * end, with {@link org.teamsavailability.graph.GraphFailure.PermissionMissing} naming the
 * permission.
 */
public interface TenantDirectory {

    /**
     * Every Team of the tenant, by {@code GET /groups} with the documented filter.
     *
     * @param page is given each page as it comes, which may be empty
     */
    void teams(MicrosoftTenant tenant, Consumer<List<Team>> page) throws InterruptedException;

    /**
     * The user accounts among the members of a Team; other members are left out.
     *
     * @param page is given each page as it comes, which may be empty
     */
    void members(MicrosoftTenant tenant, UUID team, Consumer<List<Account>> page)
            throws InterruptedException;

    /**
     * One account.
     *
     * @param idOrUserPrincipalName a GUID or a sign-in name
     * @return empty where the tenant has none such
     */
    Optional<Account> account(MicrosoftTenant tenant, String idOrUserPrincipalName)
            throws InterruptedException;

    /** The organisation the tenant is of. */
    Organization organization(MicrosoftTenant tenant) throws InterruptedException;
}
