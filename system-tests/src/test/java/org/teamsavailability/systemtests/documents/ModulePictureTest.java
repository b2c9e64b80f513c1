package org.teamsavailability.systemtests.documents;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of the modules in docs/architecture.md is drawn from the poms. */
class ModulePictureTest {

    private static final String START = "<!-- modules -->\n";
    private static final String END = "<!-- /modules -->";

    @Test
    void isWhatThePomsSay() {
        var document = Documents.text("docs/architecture.md");
        var drawn = drawn(Module.all());

        assertThat(document).contains(START).contains(END);
        assertThat(
                        document.substring(
                                document.indexOf(START) + START.length(), document.indexOf(END)))
                .as(
                        "The picture between %sand %s in docs/architecture.md has to be:%n%s",
                        START, END, drawn)
                .isEqualTo(drawn);
    }

    private static String drawn(List<Module> modules) {
        Map<String, Module> named = modules.stream().collect(toMap(Module::name, it -> it));
        return modules.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .flatMap(module -> lines(module, named))
                .collect(joining("\n    ", "```mermaid\nflowchart TD\n    ", "\n```\n"));
    }

    private static Stream<String> lines(Module module, Map<String, Module> named) {
        var id = id(module.name());
        var needs =
                module.needs().stream()
                        .filter(need -> !followsFromOthers(need, module, named))
                        .map(need -> id + " --> " + id(need));
        var starts = module.starts().stream().map(it -> id + " -. starts .-> " + id(it));
        return Stream.of(Stream.of(id + "[\"" + module.name() + "\"]"), needs, starts)
                .flatMap(it -> it);
    }

    /** Mermaid reads hyphens as arrows. */
    private static String id(String module) {
        return module.replace('-', '_');
    }

    /** Whether another module that this one needs has it already. */
    private static boolean followsFromOthers(
            String need, Module module, Map<String, Module> named) {
        return module.needs().stream()
                .filter(other -> !other.equals(need))
                .anyMatch(other -> reaches(other, need, named));
    }

    private static boolean reaches(String from, String to, Map<String, Module> named) {
        var module = named.get(from);
        return module != null
                && module.needs().stream()
                        .anyMatch(next -> next.equals(to) || reaches(next, to, named));
    }
}
