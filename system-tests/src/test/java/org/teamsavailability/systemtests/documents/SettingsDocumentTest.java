package org.teamsavailability.systemtests.documents;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/settings.md lists each variable that the services' own configuration reads. */
class SettingsDocumentTest {

    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
    private static final Pattern LISTED = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    /** The same for each national cloud; the document names their endings. */
    private static final Pattern CLOUD = Pattern.compile("_(US_GOV_L4|US_GOV_L5|CHINA)$");

    /** Kubernetes and Docker set it; it is a default of {@code INSTANCE_ID}. */
    private static final Set<String> OF_THE_CONTAINER = Set.of("HOSTNAME");

    /** Spring Boot, Kafka's clients and OpenTelemetry read these themselves. */
    private static final Pattern OF_LIBRARIES =
            Pattern.compile("KAFKA_.*|OTEL_.*|SERVER_PORT|TEAMSAVAILABILITY_.*");

    @Test
    void listsEveryVariableThatAServiceReads() {
        assertThat(listed()).containsAll(read());
    }

    @Test
    void listsNoVariableThatNoServiceReads() {
        var ours = listed().stream().filter(name -> !OF_LIBRARIES.matcher(name).matches());

        assertThat(ours).isSubsetOf(read());
    }

    private static Set<String> read() {
        return Stream.of("availability-enricher", "mapping-service")
                .map(service -> Documents.text(service + "/src/main/resources/application.yml"))
                .flatMap(text -> READ.matcher(text).results())
                .map(found -> CLOUD.matcher(found.group(1)).replaceFirst(""))
                .filter(name -> !OF_THE_CONTAINER.contains(name))
                .collect(toSet());
    }

    /** Of the first column of the tables. */
    private static Set<String> listed() {
        return Documents.text("docs/settings.md")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> LISTED.matcher(cell).results())
                .map(found -> found.group(1))
                .collect(toSet());
    }
}
