package org.teamsavailability.graph.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.graph.communications.getpresencesbyuserid.GetPresencesByUserIdPostRequestBody;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import java.net.URI;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.Unreachable;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.inspection.Query;
import org.teamsavailability.graph.inspection.RawAnswer;
import org.teamsavailability.graph.inspection.TenantInspection;
import org.teamsavailability.graph.settings.GraphSettings;

/** {@link TenantInspection} through the exchanges of every other read. */
final class Inspections implements TenantInspection {

    private final Exchanges exchanges;
    private final GraphSettings settings;

    Inspections(Exchanges exchanges, GraphSettings settings) {
        this.exchanges = exchanges;
        this.settings = settings;
    }

    @Override
    public RawAnswer ask(MicrosoftTenant tenant, Query query) throws InterruptedException {
        GraphRequest request = request(query);
        var answer =
                exchanges
                        .with(tenant, workload(query), exchange -> exchange.inspect(request))
                        .toCompletableFuture();
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraphException known
                    ? known
                    : new GraphException(new Unreachable(null, null));
        }
    }

    @Override
    public boolean leadsToGraph(MicrosoftCloud cloud, String link) {
        var registration = settings.registrations().get(cloud);
        return registration != null
                && new TokenForGraphOnly(registration.graphUrl()).isGraph(HttpUrl.parse(link));
    }

    private static Workload workload(Query query) {
        return switch (query.area()) {
            case PRESENCE -> Workload.PRESENCE;
            case SCHEDULE -> Workload.SCHEDULE;
            case GROUPS -> Workload.GROUPS;
            case USERS -> Workload.USERS;
        };
    }

    private static GraphRequest request(Query query) {
        return switch (query) {
            case Query.Get get ->
                    graph ->
                            get(graph.getRequestAdapter().getBaseUrl() + get.path() + encoded(get));
            case Query.Follow(_, String link) -> new NextLinks(2).follow(link);
            case Query.Presences(List<String> ids) -> graph -> presences(graph, ids);
        };
    }

    private static RequestInformation get(String url) {
        var request = new RequestInformation(HttpMethod.GET, "{+baseurl}", new HashMap<>());
        request.setUri(URI.create(url));
        request.headers.add("Accept", "application/json");
        return request;
    }

    /** As the SDK encodes them: the values, not the names. */
    private static String encoded(Query.Get get) {
        return get.options().isEmpty()
                ? ""
                : get.options().entrySet().stream()
                        .map(option ->
                                option.getKey()
                                        + "="
                                        + URLEncoder.encode(option.getValue(), UTF_8)
                                                .replace("+", "%20"))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static RequestInformation presences(GraphServiceClient graph, List<String> ids) {
        var body = new GetPresencesByUserIdPostRequestBody();
        body.setIds(ids);
        return OneShotBody.in(
                graph.communications().getPresencesByUserId().toPostRequestInformation(body));
    }
}
