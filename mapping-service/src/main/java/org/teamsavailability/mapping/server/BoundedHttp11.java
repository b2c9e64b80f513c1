package org.teamsavailability.mapping.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.settings.LimitSettings;

/**
 * Tomcat's HTTP/1.1 with {@link OpenConnections}: connections are counted when they are accepted,
 * and headers and bodies have a deadline. Tomcat's own timeouts are of one read, which a client
 * that sends a byte now and then never exceeds. Tomcat makes it by its name.
 */
public final class BoundedHttp11 extends Http11NioProtocol {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final Acceptor acceptor;
    private @Nullable LimitSettings limits;
    private @Nullable ScheduledFuture<?> timer;

    public BoundedHttp11() {
        this(new Acceptor());
    }

    private BoundedHttp11(Acceptor acceptor) {
        super(acceptor);
        this.acceptor = acceptor;
    }

    /** Must be set before it starts. */
    void bound(LimitSettings by) {
        limits = by;
        acceptor.admitted = new OpenConnections(by, new TrustedProxies(by.trustedProxies()));
    }

    @Override
    public void start() throws Exception {
        super.start();
        timer =
                getUtilityExecutor()
                        .scheduleWithFixedDelay(
                                acceptor.admitted()::endOverdue,
                                LOOK_EVERY_MILLIS,
                                LOOK_EVERY_MILLIS,
                                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (timer != null) {
            timer.cancel(false);
        }
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        var by = requireNonNull(limits);
        return new BoundedProcessor(this, acceptor.admitted(), by);
    }

    private static final class Acceptor extends NioEndpoint {

        private @Nullable OpenConnections admitted;

        OpenConnections admitted() {
            return requireNonNull(admitted);
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (admitted().admit(socket)) {
                return super.setSocketOptions(socket);
            }
            destroySocket(socket);
            return false;
        }
    }

    /** Reads requests, one after the other, of one connection at a time. */
    private static final class BoundedProcessor extends Http11Processor {

        private final OpenConnections connections;
        private final Duration headersWithin;
        private final BoundedBody body;

        BoundedProcessor(BoundedHttp11 http, OpenConnections connections, LimitSettings limits) {
            super(http, new BoundedAdapter(http.getAdapter()));
            this.connections = connections;
            this.headersWithin = limits.headersWithin();
            this.body = new BoundedBody(request, BodySizes.of(limits), limits.bodyWithin());
            request.setInputBuffer(body);
        }

        /** Called when bytes have come: with them the time of the headers begins. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            var channel = ((NioChannel) socket.getSocket()).getIOChannel();
            if (channel == null) {
                return SocketState.CLOSED;
            }
            var connection = connections.of(channel);
            body.on(connection);
            connection.expectBy(System.nanoTime() + headersWithin.toNanos());
            var state = super.service(socket);
            if (state == SocketState.LONG && !isAsync()) {
                connection.expectBy(System.nanoTime() + headersWithin.toNanos());
            }
            return state;
        }
    }
}
