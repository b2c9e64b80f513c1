package org.teamsavailability.systemtests.compose;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.systemtests.compose.ComposeFiles.NAMES;
import static org.teamsavailability.systemtests.compose.ComposeFiles.ROOT;
import static org.teamsavailability.systemtests.compose.ComposeFiles.property;
import static org.teamsavailability.systemtests.compose.ComposeFiles.services;
import static org.teamsavailability.systemtests.compose.ComposeFiles.text;
import static org.teamsavailability.systemtests.compose.ComposeFiles.variables;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFilesTest {

    static Stream<ComposeService> all() {
        return services();
    }

    static Stream<ComposeService> withImage() {
        return services().filter(service -> !service.image().isEmpty());
    }

    static Stream<ComposeService> ours() {
        return services().filter(ComposeService::isOurs);
    }

    @ParameterizedTest
    @MethodSource("withImage")
    void eachImageHasAVersion(ComposeService service) {
        assertThat(service.image()).matches("[a-z/-]+:(v?\\d+(\\.\\d+)*|\\$\\{\\w+:-\\d[^}]*})");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ourImagesAreOfTheVersionOfTheSources(ComposeService service) {
        assertThat(service.image()).endsWith(":${TEAMS_AVAILABILITY_VERSION:-" + version() + "}");
    }

    @Test
    void serversAreOfTheVersionsThatTheTestsUse() {
        assertThat(withImage().filter(service -> !service.isOurs()).map(ComposeService::image))
                .filteredOn(image -> !image.matches("(prom|grafana)/.*"))
                .containsOnly(
                        "apache/kafka:" + AppInfoParser.getVersion(),
                        "apicurio/apicurio-registry:" + property("apicurio-registry.version"),
                        "postgres:" + property("postgres.version").replaceFirst("\\..*", ""));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void oursHaveNoRightsTheyDoNotNeed(ComposeService service) {
        assertThat(service.settings().get("read_only")).isEqualTo(true);
        assertThat(service.list("tmpfs")).singleElement().asString().startsWith("/tmp:");
        assertThat(service.list("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.list("security_opt")).isEqualTo(List.of("no-new-privileges"));
        assertThat(service.settings().get("mem_limit")).isNotNull();
        assertThat(service.settings().get("pull_policy")).isEqualTo("never");
        assertThat(text(service.module() + "/Dockerfile")).contains("\nUSER 10001:10001\n");
    }

    @ParameterizedTest
    @MethodSource("withImage")
    void nobodyGainsRights(ComposeService service) {
        assertThat(service.list("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.list("security_opt")).isEqualTo(List.of("no-new-privileges"));
        assertThat(service.settings().keySet().stream().map(String::valueOf))
                .doesNotContain("privileged", "cap_add", "network_mode");
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsPublishedBeyondThisMachine(ComposeService service) {
        assertThat(service.list("ports"))
                .allSatisfy(port -> assertThat(port).asString().startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsMountedIsThere(ComposeService service) {
        assertThat(service.mounted()).allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @Test
    void ourServicesKnowEachVariableTheyAreGiven() {
        var modules =
                ours().collect(
                                toMap(
                                        ComposeService::name,
                                        ComposeService::module,
                                        (one, _) -> one));

        assertThat(services().filter(service -> modules.containsKey(service.name())))
                .allSatisfy(service -> {
                    var known = known(modules.getOrDefault(service.name(), ""));
                    assertThat(service.environment())
                            .allSatisfy(name ->
                                    assertThat(known).as(name).matches(it -> knows(it, name)));
                });
    }

    @Test
    void eachVariableIsExplainedAndNoOther() {
        var explained =
                Pattern.compile("(?m)^#?([A-Z0-9_]+)=")
                        .matcher(text(".env.example"))
                        .results()
                        .map(found -> found.group(1));

        assertThat(explained.toList())
                .containsExactlyInAnyOrderElementsOf(
                        NAMES.stream()
                                .flatMap(file -> variables(file, ""))
                                .collect(Collectors.toSet()));
    }

    @Test
    void theSettingsForTryingOutHoldAllThatIsRequired() {
        assertThat(text("compose/simulator.env").lines())
                .filteredOn(line -> !line.startsWith("#"))
                .extracting(line -> line.split("=", 2)[0])
                .contains("MICROSOFT_SECRETS")
                .containsAll(
                        NAMES.stream()
                                .flatMap(file -> variables(file, ":\\?"))
                                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsMissingIsNamed(ComposeService service) {
        assertThat(
                        Pattern.compile("\\$\\{([A-Z0-9_]+):\\?")
                                .matcher(text(service.file()))
                                .results())
                .allSatisfy(found ->
                        assertThat(text(service.file()))
                                .contains(found.group(1) + " is missing, see .env.example}"));
    }

    /** The parent's own parent stands further in. */
    private static String version() {
        var found = Pattern.compile("(?m)^ {4}<version>([^<]+)</version>").matcher(text("pom.xml"));
        return found.find() ? found.group(1) : "";
    }

    /** Where a module's settings are: variables are placeholders there, or stand for a path. */
    private static String known(String module) {
        return switch (module) {
            case "local-stack" ->
                    text(
                                    "local-stack/src/main/java/org/teamsavailability/localstack/command/SamplesCommand.java")
                            + known("mapping-service");
            case "graph-simulator" -> text("graph-simulator/Dockerfile");
            default -> text(module + "/src/main/resources/application.yml");
        };
    }

    private static boolean knows(String settings, String variable) {
        var path = variable.toLowerCase(Locale.ROOT).split("_", 2);
        return settings.contains("${" + variable)
                || settings.contains("\"" + variable + "\"")
                || Pattern.compile(
                                "(?m)^%s:\\n(  .*\\n)*?  %s:"
                                        .formatted(
                                                path[0], path[path.length - 1].replace('_', '-')))
                        .matcher(settings)
                        .find();
    }
}
