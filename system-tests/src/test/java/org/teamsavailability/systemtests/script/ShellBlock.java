package org.teamsavailability.systemtests.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lines of a document that people copy into a shell.
 *
 * @param document its path in the project
 * @param heading the heading above, and the place of the block below it, as {@code Two commands 1}
 * @param text the lines
 */
public record ShellBlock(String document, String heading, String text) {

    private static final Path ROOT = Path.of("..");

    /** Fences of these languages hold shell lines; another language is none of the shell. */
    private static final Set<String> LANGUAGES = Set.of("", "sh", "bash");

    /** Those of a document, in its order. */
    public static List<ShellBlock> of(String document) {
        try {
            return read(document, Files.readAllLines(ROOT.resolve(document)));
        } catch (IOException e) {
            throw new AssertionError(document + " cannot be read", e);
        }
    }

    private static List<ShellBlock> read(String document, List<String> lines) {
        var blocks = new ArrayList<ShellBlock>();
        var heading = "";
        int place = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ ", "");
                place = 0;
            } else if (line.strip().startsWith("```")) {
                var language = line.strip().substring(3).strip();
                var text = new StringBuilder();
                for (i++; !lines.get(i).strip().equals("```"); i++) {
                    text.append(lines.get(i)).append('\n');
                }
                if (LANGUAGES.contains(language)) {
                    place++;
                    blocks.add(new ShellBlock(document, heading + " " + place, text.toString()));
                }
            }
        }
        return blocks;
    }

    @Override
    public String toString() {
        return document + ": " + heading;
    }
}
