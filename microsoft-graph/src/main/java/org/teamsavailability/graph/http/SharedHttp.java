package org.teamsavailability.graph.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.graph.telemetry.WatchedRequests;

/**
 * One pool of connections for every tenant and every cloud, with finite timeouts. No redirect is
 * followed: Graph and login have none, and a token must not travel.
 */
public final class SharedHttp implements AutoCloseable {

    private static final int IDLE_MINUTES = 1;

    private final ConnectionPool connections;
    private final Dispatcher dispatcher = new Dispatcher();
    private final GraphSettings settings;
    private final Telemetry telemetry;

    public SharedHttp(GraphSettings settings) {
        this(settings, Telemetry.none());
    }

    /**
     * The same, seen by operators.
     *
     * @param telemetry is told of each request
     */
    public SharedHttp(GraphSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.telemetry = telemetry;
        this.connections =
                new ConnectionPool(settings.bounds().calls(), IDLE_MINUTES, TimeUnit.MINUTES);
    }

    /** A client over the shared connections, with what {@code kind} brings of its own. */
    public OkHttpClient client(OkHttpClient.Builder kind) {
        return kind.addInterceptor(new WatchedRequests(telemetry))
                .connectionPool(connections)
                .dispatcher(dispatcher)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().read())
                .callTimeout(settings.timeouts().call())
                .build();
    }

    /** Where meters go, those of what is made of the responses too. */
    public MeterRegistry meters() {
        return telemetry.meters();
    }

    /** Breaks off every call that is out. */
    @Override
    public void close() {
        dispatcher.cancelAll();
        connections.evictAll();
    }
}
