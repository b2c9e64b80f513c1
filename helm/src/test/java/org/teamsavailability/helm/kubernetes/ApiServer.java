package org.teamsavailability.helm.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** As much of a Kubernetes as Helm asks before it installs: its version, its types, objects. */
public final class ApiServer implements AutoCloseable {

    /** The types of the defaults by group and version, each with the name of its collection. */
    private static final Map<String, Map<String, String>> TYPES =
            Map.of(
                    "v1",
                            Map.of(
                                    "Pod", "pods",
                                    "Service", "services",
                                    "ServiceAccount", "serviceaccounts"),
                    "apps/v1", Map.of("Deployment", "deployments", "StatefulSet", "statefulsets"),
                    "batch/v1", Map.of("Job", "jobs"),
                    "networking.k8s.io/v1", Map.of("NetworkPolicy", "networkpolicies"),
                    "policy/v1", Map.of("PodDisruptionBudget", "poddisruptionbudgets"));

    private final HttpServer server;

    /** Of its own: Helm keeps for hours what it has learned of the server of an address. */
    private final String root = "/" + UUID.randomUUID();

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    public ApiServer(String version) throws IOException {
        answers.put("/version", "{\"major\":\"1\",\"gitVersion\":\"v%s\"}".formatted(version));
        answers.put("/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
        answers.put("/apis", groups());
        TYPES.forEach((group, types) -> answers.put(path(group), resources(group, types)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(root, this::answer);
        server.start();
    }

    /** The object is there from now on. */
    public void hold(String group, String collection, String namespace, String name, String json) {
        answers.put(
                "%s/namespaces/%s/%s/%s".formatted(path(group), namespace, collection, name), json);
    }

    public String kubeconfig() {
        return """
        apiVersion: v1
        kind: Config
        clusters: [{name: here, cluster: {server: "http://127.0.0.1:%d%s"}}]
        contexts: [{name: here, context: {cluster: here, user: anybody}}]
        users: [{name: anybody, user: {}}]
        current-context: here
        """
                .formatted(server.getAddress().getPort(), root);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var known =
                    Optional.ofNullable(
                            answers.get(
                                    exchange.getRequestURI().getPath().substring(root.length())));
            byte[] body =
                    known.orElse(
                                    "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"reason\":\"NotFound\",\"code\":404}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known.isPresent() ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String path(String group) {
        return (group.contains("/") ? "/apis/" : "/api/") + group;
    }

    private static String groups() {
        return TYPES.keySet().stream()
                .filter(it -> it.contains("/"))
                .map(it -> List.of(it.split("/")))
                .map(it ->
                        "{\"name\":\"%s\",\"versions\":[{\"groupVersion\":\"%s\",\"version\":\"%s\"}]}"
                                .formatted(it.getFirst(), String.join("/", it), it.getLast()))
                .collect(Collectors.joining(",", "{\"kind\":\"APIGroupList\",\"groups\":[", "]}"));
    }

    private static String resources(String group, Map<String, String> types) {
        return types.entrySet().stream()
                .map(it ->
                        "{\"kind\":\"%s\",\"name\":\"%s\",\"namespaced\":true,\"verbs\":[\"get\"]}"
                                .formatted(it.getKey(), it.getValue()))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"kind\":\"APIResourceList\",\"groupVersion\":\""
                                        + group
                                        + "\",\"resources\":[",
                                "]}"));
    }
}
