package org.teamsavailability.graph.sdk;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import okhttp3.OkHttpClient;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.settings.AppRegistration;

/** Makes the SDK's client for one cloud, which serves all tenants there. */
final class GraphCloud {

    private GraphCloud() {}

    static GraphServiceClient client(AppRegistration registration, SharedHttp http) {
        return new GraphServiceClient(
                new BaseGraphRequestAdapter(
                        new TokenForGraphOnly(registration.graphUrl()),
                        registration.graphUrl().toString(),
                        http.client(withoutRetries())));
    }

    /** The SDK's retries sleep on the caller's thread, and outlast every timeout. */
    private static OkHttpClient.Builder withoutRetries() {
        return GraphClientFactory.create(
                new RequestOption[] {
                    GraphServiceClient.getGraphClientOptions(),
                    new RetryHandlerOption((_, _, _, _) -> false, 0, 0),
                    new RedirectHandlerOption(0, _ -> false)
                });
    }
}
