package org.teamsavailability.graph.sdk;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.tokens.AppTokens;

/** Starts reads: each with its tenant's token, at its tenant's cloud, within the bounds. */
final class Exchanges {

    /** A read, on its own thread. */
    interface Read<T> {
        T through(Exchange exchange) throws InterruptedException;
    }

    private final Map<MicrosoftCloud, GraphServiceClient> clouds =
            new EnumMap<>(MicrosoftCloud.class);
    private final AppTokens tokens;
    private final BoundedCalls calls;
    private final Body body;
    private final Clock clock;

    Exchanges(
            GraphSettings settings,
            SharedHttp http,
            AppTokens tokens,
            BoundedCalls calls,
            Clock clock) {
        settings.registrations()
                .forEach((cloud, registration) ->
                        clouds.put(cloud, GraphCloud.client(registration, http)));
        this.tokens = tokens;
        this.calls = calls;
        this.body = new Body(settings.bounds().responseBytes());
        this.clock = clock;
    }

    <T> CompletionStage<T> with(MicrosoftTenant tenant, Workload workload, Read<T> read) {
        return with(tenant, workload, _ -> {}, read);
    }

    <T> CompletionStage<T> with(
            MicrosoftTenant tenant, Workload workload, ReplyWatch watch, Read<T> read) {
        return calls.call(
                tenant,
                workload,
                () -> new CallToken(tokens, tenant),
                token -> read.through(exchange(tenant, workload, token, watch)));
    }

    private Exchange exchange(
            MicrosoftTenant tenant, Workload workload, CallToken token, ReplyWatch watch) {
        var graph = clouds.get(tenant.cloud());
        if (graph == null) {
            throw new IllegalStateException("A token without a cloud: " + tenant.cloud());
        }
        return new Exchange(graph, workload, token, watch, body, clock);
    }
}
