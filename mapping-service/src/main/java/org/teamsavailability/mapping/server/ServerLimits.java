package org.teamsavailability.mapping.server;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.teamsavailability.mapping.settings.LimitSettings;

/**
 * Puts {@link BoundedHttp11} into a server, with a virtual thread for each request: a request that
 * waits for its client, for Microsoft or for the database holds no thread of a pool.
 */
final class ServerLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** For an idle connection; a proxy that reuses connections should give them up earlier. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    /** Connections that are being closed; with so many, the server stops accepting. */
    private static final int CLOSING = 200;

    private final LimitSettings limits;

    ServerLimits(LimitSettings limits) {
        this.limits = limits;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedHttp11.class.getName());
        factory.addConnectorCustomizers(this::bound);
    }

    private void bound(Connector connector) {
        if (connector.getProtocolHandler() instanceof BoundedHttp11 http) {
            http.bound(limits);
            http.setExecutor(new VirtualThreadExecutor("http-"));
            // so that many clients may connect in one moment; the kernel has a limit of its own
            http.setAcceptCount(limits.connections());
            http.setMaxConnections(limits.connections() + CLOSING);
            http.setConnectionTimeout(millis(limits.headersWithin()));
            http.setKeepAliveTimeout(millis(IDLE));
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(millis(limits.bodyWithin()));
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
