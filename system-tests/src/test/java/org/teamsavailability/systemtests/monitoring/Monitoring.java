package org.teamsavailability.systemtests.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files that operators load into Prometheus and Grafana, and what explains them. */
public final class Monitoring {

    static final Path FILES = Path.of("..", "helm", "teams-availability", "files");
    static final Path DOCS = Path.of("..", "docs");
    static final Path ALERT_TESTS = Path.of("src", "test", "alerts");

    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Monitoring() {}

    /** The rules of {@code alerts.yml}. */
    public static List<JsonNode> alerts() {
        return children(YAML.readTree(text(FILES.resolve("alerts.yml"))).path("groups"))
                .flatMap(group -> children(group.path("rules")))
                .toList();
    }

    /** The dashboards by the name of their file. */
    public static Map<String, JsonNode> dashboards() {
        try (var files = Files.list(FILES.resolve("dashboards"))) {
            return files.collect(
                    Collectors.toMap(
                            file -> file.getFileName().toString(),
                            file -> JSON.readTree(text(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The panels of a dashboard that show something. */
    public static List<JsonNode> panels(JsonNode dashboard) {
        return children(dashboard.path("panels"))
                .filter(panel -> !panel.path("type").asString().equals("row"))
                .toList();
    }

    /** Every query of every dashboard and every alert. */
    public static List<Query> queries() {
        var ofDashboards =
                dashboards().entrySet().stream()
                        .flatMap(file ->
                                panels(file.getValue()).stream()
                                        .flatMap(panel ->
                                                children(panel.path("targets"))
                                                        .map(target ->
                                                                new Query(
                                                                        file.getKey()
                                                                                + ", "
                                                                                + panel.path(
                                                                                                "title")
                                                                                        .asString(),
                                                                        target.path("expr")
                                                                                .asString()))));
        var ofAlerts =
                alerts().stream()
                        .map(rule ->
                                new Query(
                                        rule.path("alert").asString(),
                                        rule.path("expr").asString()));
        return Stream.concat(ofDashboards, ofAlerts).toList();
    }

    static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
