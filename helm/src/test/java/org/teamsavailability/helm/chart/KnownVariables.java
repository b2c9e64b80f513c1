package org.teamsavailability.helm.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The variables that a service reads, from its sources: placeholders and properties of its {@code
 * application.yml}, components of its settings records, and Kafka's own client settings.
 */
public final class KnownVariables {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");
    private static final Pattern RECORD =
            Pattern.compile(
                    "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s*public record"
                            + " \\w+\\((.*?)\\)\\s*\\{",
                    Pattern.DOTALL);
    private static final Pattern COMPONENT = Pattern.compile("(Map<[^>]*>)?\\s(\\w+)\\s*(?=,|$)");
    private static final String KAFKA = "KAFKA_SECURITY_";

    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();

    private KnownVariables() {}

    /** Those of the service in this folder. */
    public static KnownVariables of(Path module) {
        var known = new KnownVariables();
        try {
            var yaml = module.resolve("src/main/resources/application.yml");
            PLACEHOLDER
                    .matcher(Files.readString(yaml))
                    .results()
                    .forEach(it -> known.names.add(it.group(1)));
            known.addProperties("", new YAMLMapper().readTree(yaml.toFile()));
            for (var sources : Set.of(module, Path.of("../service-base"))) {
                known.addRecords(sources.resolve("src/main/java"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    public boolean contains(String variable) {
        if (variable.startsWith(KAFKA)) {
            return isOfKafka(variable.substring(KAFKA.length()));
        }
        return names.contains(variable) || prefixes.stream().anyMatch(variable::startsWith);
    }

    private static boolean isOfKafka(String name) {
        String setting = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return setting.equals("protocol") || ConsumerConfig.configNames().contains(setting);
    }

    private void addProperties(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(it ->
                            addProperties(
                                    name.isEmpty() ? it.getKey() : name + "." + it.getKey(),
                                    it.getValue()));
        } else {
            names.add(variable(name));
            names.add(variable(name.replace('-', '_')));
        }
    }

    private void addRecords(Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(it -> it.toString().endsWith("Settings.java")).toList()) {
                RECORD.matcher(Files.readString(file))
                        .results()
                        .forEach(it -> addComponents(it.group(1), it.group(2)));
            }
        }
    }

    private void addComponents(String prefix, String components) {
        COMPONENT
                .matcher(components)
                .results()
                .forEach(it -> {
                    String name = variable(prefix + "." + it.group(2));
                    if (it.group(1) == null) {
                        names.add(name);
                    } else {
                        prefixes.add(name + "_");
                    }
                });
    }

    /** As Spring Boot reads a property from the environment: without dashes, or with _ for them. */
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
