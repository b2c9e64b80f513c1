package org.teamsavailability.graph.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * Reads of tenants' directories, page by page, each page once. Blocks, for virtual threads, of
 * which at most 8 of a tenant have a request out at once unless configured otherwise.
 *
 * <p>By itself it keeps a tenant below 2,500 resource units in any 10 s (the smallest is allowed
 * 3,500), slows down where Microsoft says that a limit is near, waits out every {@code
 * Retry-After}, repeats a 5xx, a broken connection or an unreadable answer three times, and a 401
 * once with a new token. A read waits for Microsoft at most 5 minutes in all.
 *
 * <p>Every read fails with a {@link GraphException} where Microsoft does not give it in the end:
 * {@link GraphFailure.PermissionMissing} names the permission that the read needs, {@link
 * GraphFailure.ConsentMissing} is that of the token, {@link GraphFailure.Throttled} says when to
 * try again.
 *
 * <p>Source: Microsoft Graph, "Microsoft Graph service-specific throttling limits", Identity and
 * access service limits.
 */
public interface TenantDirectory {

    /** A search finds at most so many accounts. */
    int MOST_FOUND = 20;

    /**
     * Every Team of the tenant, by {@code GET /groups} with the documented filter; needs
     * GroupMember.Read.All.
     *
     * @param page is given each page as it comes, of up to 999, which may be empty; on the thread
     *     that reads
     */
    void teams(MicrosoftTenant tenant, Consumer<List<Team>> page) throws InterruptedException;

    /**
     * The user accounts among the members of a Team, strongly consistent; other members are left
     * out. Needs GroupMember.Read.All, and User.Read.All for anything but the id: without it Graph
     * answers 200, and every name is null. Fails with {@link GraphFailure.Refused} (404) where the
     * tenant has no such group.
     *
     * @param page is given each page as it comes, of up to 999, which may be empty; on the thread
     *     that reads
     */
    void members(MicrosoftTenant tenant, UUID team, Consumer<List<Account>> page)
            throws InterruptedException;

    /**
     * One account; needs User.Read.All.
     *
     * @param idOrUserPrincipalName a GUID or a sign-in name, in any case
     * @return empty where the tenant has none (404), and for a text that can be neither, which is
     *     not asked for
     */
    Optional<Account> account(MicrosoftTenant tenant, String idOrUserPrincipalName)
            throws InterruptedException;

    /**
     * Accounts of whose display name each word of the text begins a word, in any order and case, or
     * whose sign-in name begins with the text; eventually consistent, in no order. Needs
     * User.Read.All. Waits for Microsoft at most 5 s, because somebody types.
     *
     * <p>Source: Microsoft Graph, "Use the $search query parameter".
     *
     * @param text as somebody types it; nothing is found by one of white space and {@code &} alone
     * @return at most {@value #MOST_FOUND}
     */
    List<Account> search(MicrosoftTenant tenant, String text) throws InterruptedException;

    /** The organisation the tenant is of; needs User.Read.All. */
    Organization organization(MicrosoftTenant tenant) throws InterruptedException;
}
