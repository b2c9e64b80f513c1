package org.teamsavailability.systemtests.documents;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes that the sources of the mapping-service name. */
final class Routes {

    private static final Pattern OF_CLASS = Pattern.compile("@RequestMapping\\(\"(/[^\"]*)\"");
    private static final Pattern PATH = Pattern.compile("\"(/[\\w{}/-]+)\"");

    private Routes() {}

    static Set<String> ofTheMappingService() {
        return Documents.files(".java").stream()
                .filter(file ->
                        file.toString().matches(".*/mapping-service/src/main/.*/web/\\w+.java"))
                .flatMap(Routes::of)
                .collect(Collectors.toSet());
    }

    private static Stream<String> of(Path controller) {
        var text = Documents.text(controller);
        var prefix = OF_CLASS.matcher(text).results().map(found -> found.group(1)).findFirst();
        return PATH.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .flatMap(path -> Stream.of(path, prefix.orElse("") + path));
    }
}
