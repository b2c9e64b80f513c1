package org.teamsavailability.mapping.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.settings.LimitSettings;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemWriter;
import org.teamsavailability.mapping.web.RequestIdFilter;

/**
 * The first that sees a request: finds out its client's address, which {@code getRemoteAddr()} is
 * from then on, and refuses what is too large or too much of one client before anything is read.
 */
final class ClientValve extends ValveBase {

    private static final Logger LOG = LoggerFactory.getLogger(ClientValve.class);
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final TrustedProxies proxies;
    private final BodySizes sizes;
    private final RequestsInProgress requests;
    private final int mostOfClient;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final ProblemWriter problems = ProblemWriter.alone();

    ClientValve(LimitSettings limits) {
        super(true);
        this.proxies = new TrustedProxies(limits.trustedProxies());
        this.sizes = BodySizes.of(limits);
        this.mostOfClient = limits.connectionsPerAddress();
        this.requests = new RequestsInProgress(mostOfClient);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean isProxied = identifyClient(request);
        long most = sizes.of(request.getContentType());
        if (request.getContentLengthLong() > most) {
            refuse(request, response, BodySizes.tooLarge(most));
            return;
        }
        if (isProxied) {
            serveProxied(request, response);
        } else {
            getNext().invoke(request, response);
        }
    }

    /** Its connections are the proxy's, so its requests are counted. */
    private void serveProxied(Request request, Response response)
            throws IOException, ServletException {
        var client = ClientNetwork.of(request.getRemoteAddr());
        if (!requests.begin(client)) {
            refuse(request, response, tooMany());
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            requests.end(client);
        }
    }

    /** Whether the request comes from a trusted proxy. */
    private boolean identifyClient(Request request) {
        var socket = ClientNetwork.parse(request.getRemoteAddr());
        if (socket == null) {
            return false;
        }
        List<String> forwardedFor = Collections.list(request.getHeaders(FORWARDED_FOR));
        if (proxies.trusts(socket)) {
            request.setRemoteAddr(proxies.client(socket, forwardedFor).getHostAddress());
            if ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
            }
            return true;
        }
        if (!forwardedFor.isEmpty()) {
            warn(socket);
        }
        return false;
    }

    /** Once, because anybody can send the header. */
    private void warn(InetAddress socket) {
        if (warned.compareAndSet(false, true)) {
            LOG.atWarn()
                    .setMessage(
                            "X-Forwarded-For is ignored, because TRUSTED_PROXIES does not name the"
                                + " address it comes from. If that is your reverse proxy, name it:"
                                + " until then all its clients share the limits of one address")
                    .addKeyValue("address", socket.getHostAddress())
                    .log();
        }
    }

    private void refuse(Request request, Response response, Problem problem) throws IOException {
        RequestIdFilter.identify(request, response);
        problems.write(request, response, problem);
    }

    private Problem tooMany() {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests",
                        "Your address has %d requests in progress, which is the limit. Wait for their responses before you send more."
                                .formatted(mostOfClient))
                .retryAfter(1);
    }
}
