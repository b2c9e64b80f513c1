package org.teamsavailability.systemtests.documents;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;

/**
 * The diagrams of docs/architecture.md name classes, topics, stores, nodes and routes that exist. A
 * word with a capital letter is a class or one of {@link #NO_CLASSES}, and a word with a hyphen is
 * a topic, a store, a node, a module or one of {@link #ENGLISH}.
 */
class ArchitectureDiagramsTest {

    private static final Set<String> NO_CLASSES =
            Set.of(
                    "API",
                    "GET",
                    "Graph",
                    "Kafka",
                    "Microsoft",
                    "POST",
                    "PSA",
                    "PostgreSQL",
                    "Retry-After",
                    "Shifts",
                    "Streams",
                    "Teams Availability");

    private static final Set<String> ENGLISH = Set.of("sign-in");

    /** What Mermaid reads itself, with the one-letter names of participants. */
    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(?m)^\\s*(flowchart [A-Z]+$|Note over [A-Z,]+:|(participant|actor) [A-Z] as"
                            + "|[A-Z]-{1,2}>>[A-Z]:)");

    private static final Pattern CAPITAL = Pattern.compile("\\b[A-Z]\\w*\\b");
    private static final Pattern HYPHENATED = Pattern.compile("(?<![\\w/])[a-z]+(-[a-z]+)+\\b");
    private static final Pattern ROUTE = Pattern.compile("(?<=(GET|POST) )/[\\w/-]+");
    private static final Pattern NODE =
            Pattern.compile("(?:Source|Processor|Sink): ([\\w-]+)|stores: \\[([^\\]]+)\\]");

    private static final List<String> DIAGRAMS =
            MarkdownDocument.read("docs/architecture.md").diagrams().subList(0, 4);

    @Test
    void nameClassesThatExist() {
        var known = Stream.concat(classes(), reasons()).collect(toSet());

        assertThat(words(CAPITAL).filter(word -> !NO_CLASSES.contains(word)))
                .contains("AskTeams", "BatchingGateway", "ConsentStart")
                .isSubsetOf(known);
    }

    @Test
    void nameTopicsStoresNodesAndModulesThatExist() {
        var known =
                Stream.of(topics(), nodesAndStores(), modules(), ENGLISH.stream())
                        .flatMap(names -> names)
                        .collect(toSet());

        assertThat(words(HYPHENATED)).contains("pending-requests").isSubsetOf(known);
    }

    @Test
    void nameRoutesThatExist() {
        assertThat(words(ROUTE)).hasSizeGreaterThan(4).isSubsetOf(Routes.ofTheMappingService());
    }

    @Test
    void showEveryTopic() {
        assertThat(topics()).allSatisfy(topic -> assertThat(DIAGRAMS.getFirst()).contains(topic));
    }

    private static Stream<String> words(Pattern kind) {
        return DIAGRAMS.stream()
                .map(diagram -> SYNTAX.matcher(diagram).replaceAll(""))
                .map(text ->
                        text.replace("<br/>", " ").replaceAll("Retry-After|Teams Availability", ""))
                .flatMap(text -> kind.matcher(text).results())
                .map(MatchResult::group)
                .distinct();
    }

    private static Stream<String> classes() {
        return Stream.of(".java", ".avsc")
                .flatMap(ending -> Documents.files(ending).stream())
                .filter(file -> file.toString().contains("/src/main/"))
                .map(file -> file.getFileName().toString().replaceFirst("\\.\\w+$", ""));
    }

    private static Stream<String> reasons() {
        return Stream.of(Reason.values()).map(Enum::name);
    }

    private static Stream<String> topics() {
        return Topics.ALL.stream().map(Topic::name);
    }

    private static Stream<String> nodesAndStores() {
        var topology =
                Documents.text("availability-enricher/src/test/resources/expected_topology.txt");
        return NODE.matcher(topology)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .flatMap(names -> Stream.of(names.split(", ", -1)));
    }

    private static Stream<String> modules() {
        return Module.all().stream().map(Module::name);
    }
}
