package org.teamsavailability.systemtests.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Markdown document, read as GitHub does.
 *
 * @param path in the repository, such as {@code docs/index.md}
 * @param prose its lines without fenced blocks
 * @param diagrams its Mermaid blocks
 */
record MarkdownDocument(String path, List<String> prose, List<String> diagrams) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
    private static final String FENCE = "```";

    static MarkdownDocument read(String path) {
        var prose = new ArrayList<String>();
        var diagrams = new ArrayList<String>();
        var block = new StringBuilder();
        String fence = null;
        for (var line : Documents.text(path).lines().toList()) {
            if (line.strip().startsWith(FENCE)) {
                if ((FENCE + "mermaid").equals(fence)) {
                    diagrams.add(block.toString());
                }
                block.setLength(0);
                fence = fence == null ? line.strip() : null;
            } else if (fence == null) {
                prose.add(line);
            } else {
                block.append(line).append('\n');
            }
        }
        return new MarkdownDocument(path, prose, diagrams);
    }

    /** Where its links lead, without those to other sites. */
    List<String> links() {
        return prose.stream()
                .map(line -> CODE.matcher(line).replaceAll("`code`"))
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** By what its headings can be linked. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        var anchors = new ArrayList<String>();
        for (var line : prose) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                var anchor = anchor(heading.group(1));
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }
}
