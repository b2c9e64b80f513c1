package org.teamsavailability.enricher.warmup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.settings.AppRegistration;
import org.teamsavailability.graph.settings.ClientCredential;
import org.teamsavailability.graph.settings.GraphSettings;

/**
 * Answers the SDK and MSAL4J in place of Microsoft, on the loopback interface only: everybody is
 * available, and one shift covers today. The payloads have the form that Microsoft documents.
 */
final class LoopbackMicrosoft implements AutoCloseable {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LARGEST_BODY = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String token = token();

    /**
     * Starts it on a free port.
     *
     * @throws IOException where the loopback interface has no free port
     */
    LoopbackMicrosoft() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** How the SDK reaches it, with a credential that proves nothing to anybody. */
    GraphSettings settings() {
        URI address =
                URI.create(
                        "http://%s:%d"
                                .formatted(
                                        server.getAddress().getAddress().getHostAddress(),
                                        server.getAddress().getPort()));
        return new GraphSettings(
                Map.of(
                        MicrosoftCloud.GLOBAL,
                        new AppRegistration(
                                "warm-up",
                                new ClientCredential.Secret("warm-up"),
                                address,
                                address.resolve("/v1.0"))));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), UTF_8);
            byte[] body = body(exchange.getRequestURI().getPath(), request).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String body(String path, String request) {
        String resource = path.substring(path.lastIndexOf('/') + 1);
        return switch (resource) {
            case "token" ->
                    """
                    {"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"%s"}\
                    """
                            .formatted(token);
            case "getPresencesByUserId" -> presences(request);
            case "schedule" -> "{\"enabled\":true,\"provisionStatus\":\"Completed\"}";
            case "shifts" -> shifts();
            default -> "{\"value\":[]}";
        };
    }

    private static String presences(String request) {
        return GUID.matcher(request)
                .results()
                .map(MatchResult::group)
                .map(
                        """
                        {"id":"%s","availability":"Available","activity":"Available","outOfOfficeSettings":{"message":null,"isOutOfOffice":false}}\
                        """
                                ::formatted)
                .collect(Collectors.joining(",", "{\"value\":[", "]}"));
    }

    private static String shifts() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant start = hour.minus(1, ChronoUnit.HOURS);
        Instant end = hour.plus(8, ChronoUnit.HOURS);
        return SyntheticDesk.accounts()
                .map(account ->
                        """
                        {"id":"SHFT_%1$s","userId":"%1$s","sharedShift":{"startDateTime":"%2$s","endDateTime":"%3$s"}}\
                        """
                                .formatted(account, start, end))
                .collect(Collectors.joining(",", "{\"value\":[", "]}"));
    }

    /** A token that nobody signed, with the roles that the SDK's wrapper looks for. */
    private static String token() {
        String roles =
                Arrays.stream(GraphPermission.values())
                        .map(permission -> "\"" + permission.role() + "\"")
                        .collect(Collectors.joining(",", "{\"roles\":[", "]}"));
        return part("{\"alg\":\"none\"}") + "." + part(roles) + "." + part("warm-up");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
