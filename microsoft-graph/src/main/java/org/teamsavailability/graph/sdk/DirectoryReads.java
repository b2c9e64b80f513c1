package org.teamsavailability.graph.sdk;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Malformed;
import org.teamsavailability.graph.GraphFailure.Refused;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.graph.directory.Organization;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.graph.settings.Bounds;

/** The reads of {@link TenantDirectory}, as requests that the SDK's builders make. */
final class DirectoryReads implements TenantDirectory {

    private static final int LARGEST_PAGE = 999;
    private static final String TEAMS_ONLY = "resourceProvisioningOptions/Any(x:x eq 'Team')";

    private static final Duration WHILE_SOMEBODY_TYPES = Duration.ofSeconds(5);

    /** A tenant may have 500,000 groups: so many times the pages of another read. */
    private static final int MORE_PAGES = 20;

    private final PatientCalls calls;
    private final int mostPages;

    DirectoryReads(PatientCalls calls, Bounds bounds) {
        this.calls = calls;
        this.mostPages = Math.multiplyExact(bounds.pages(), MORE_PAGES);
    }

    @Override
    public void teams(MicrosoftTenant tenant, Consumer<List<Team>> page)
            throws InterruptedException {
        pages(tenant, DirectoryRead.TEAMS, DirectoryReads::teamsRequest, TeamItem::read, page);
    }

    @Override
    public void members(MicrosoftTenant tenant, UUID team, Consumer<List<Account>> page)
            throws InterruptedException {
        pages(
                tenant,
                DirectoryRead.MEMBERS,
                graph -> membersRequest(graph, team),
                AccountItem::readMember,
                page);
    }

    @Override
    public Optional<Account> account(MicrosoftTenant tenant, String idOrUserPrincipalName)
            throws InterruptedException {
        var name = new AccountName(idOrUserPrincipalName);
        if (!name.isPossible()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    calls.read(tenant, DirectoryRead.ACCOUNT, name::request, AccountItem::read));
        } catch (GraphException e) {
            if (e.failure() instanceof Refused) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<Account> search(MicrosoftTenant tenant, String text) throws InterruptedException {
        var name = new SearchedName(text);
        if (name.isEmpty()) {
            return List.of();
        }
        return calls
                .read(
                        tenant,
                        DirectoryRead.SEARCH,
                        calls.patience(WHILE_SOMEBODY_TYPES),
                        name::request,
                        Page.of(AccountItem::read))
                .items()
                .stream()
                .limit(MOST_FOUND)
                .toList();
    }

    @Override
    public Organization organization(MicrosoftTenant tenant) throws InterruptedException {
        return calls
                .read(
                        tenant,
                        DirectoryRead.ORGANIZATION,
                        DirectoryReads::organizationRequest,
                        Page.of(OrganizationItem::read))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new GraphException(new Malformed(200, null)));
    }

    private <T> void pages(
            MicrosoftTenant tenant,
            DirectoryRead kind,
            GraphRequest first,
            Page.ItemReader<T> item,
            Consumer<List<T>> consumer)
            throws InterruptedException {
        var links = new NextLinks(mostPages);
        var patience = calls.patience();
        var page = calls.read(tenant, kind, patience, inBackground(first), Page.of(item));
        consumer.accept(page.items());
        for (var link = page.nextLink(); link != null; link = page.nextLink()) {
            var next = inBackground(links.follow(link));
            page = calls.read(tenant, kind, patience, next, Page.of(item));
            consumer.accept(page.items());
        }
    }

    /** Lets Microsoft throttle this before anything that people wait for. */
    private static GraphRequest inBackground(GraphRequest request) {
        return graph -> {
            var made = request.with(graph);
            made.headers.add("x-ms-throttle-priority", "Low");
            return made;
        };
    }

    private static RequestInformation teamsRequest(GraphServiceClient graph) {
        return graph.groups()
                .toGetRequestInformation(request -> {
                    request.queryParameters.filter = TEAMS_ONLY;
                    request.queryParameters.select = new String[] {"id", "displayName"};
                    request.queryParameters.top = LARGEST_PAGE;
                });
    }

    private static RequestInformation membersRequest(GraphServiceClient graph, UUID team) {
        return graph.groups()
                .byGroupId(team.toString())
                .members()
                .toGetRequestInformation(request -> {
                    request.queryParameters.select = AccountItem.PROPERTIES;
                    request.queryParameters.top = LARGEST_PAGE;
                });
    }

    private static RequestInformation organizationRequest(GraphServiceClient graph) {
        return graph.organization()
                .toGetRequestInformation(request ->
                        request.queryParameters.select =
                                new String[] {"displayName", "verifiedDomains"});
    }
}
